package kr.dochak.alerts.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.dochak.alerts.Alert;
import kr.dochak.alerts.Severity;
import kr.dochak.alerts.rules.Hearers.Hearer;
import kr.dochak.alerts.rules.Hearers.Way;
import kr.dochak.alerts.sending.RingPlan.Ring;
import kr.dochak.alerts.sending.RingPlan.Ringing;
import kr.dochak.database.Rows;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What rings now, and what is to be sent about it. */
@Repository
class MessageRepository {

    private final JdbcClient jdbc;

    MessageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An alert whose moment has come. */
    record Due(Alert alert, Ringing ringing) {}

    /** A message to be. */
    record Fresh(long alertId, int round, Hearer to, AlertText.Text text) {}

    /** A message to send now; attempts count it already. */
    record Message(
            long id,
            long alertId,
            MallId mall,
            Way way,
            long target,
            UUID key,
            Severity severity,
            String kind,
            String title,
            String body,
            int attempts) {}

    /** What came of one; {@code nextAt} is when it is tried again, or null. */
    record Done(
            long id, State state, String answer, @Nullable Instant nextAt) {}

    /** How a message stands. */
    enum State {
        WAITING,
        SENT,
        GIVEN_UP,
        NEEDLESS
    }

    /** Takes those that are to ring; another process takes others. */
    List<Due> ringing(Instant now, int most) {
        return jdbc.sql("""
                select * from alerts.alert where next_at <= :now order by next_at, id limit :most for update skip locked
                """)
                .param("now", Sql.at(now))
                .param("most", most)
                .query((row, n) -> {
                    Alert alert = new Alert(
                            row.getLong("id"),
                            new MallId(row.getLong("tenant_id")),
                            row.getString("kind"),
                            Severity.valueOf(row.getString("severity")),
                            row.getString("object"),
                            row.getString("subject"),
                            row.getString("href"),
                            row.getLong("count"),
                            Sql.moment(row, "since"),
                            Sql.moment(row, "opened_at"),
                            Sql.moment(row, "last_at"),
                            false,
                            row.getInt("step"),
                            row.getInt("round"),
                            null,
                            null);
                    return new Due(
                            alert,
                            new Ringing(
                                    alert.severity(),
                                    alert.openedAt(),
                                    alert.step(),
                                    alert.rounds(),
                                    Sql.instant(row, "rung_at")));
                })
                .list();
    }

    void rung(long alertId, Ring ring) {
        jdbc.sql("""
                update alerts.alert set step = :step, round = :round, rung_at = :rung, next_at = :next where id = :id
                """)
                .param("id", alertId)
                .param("step", ring.step())
                .param("round", ring.round())
                .param("rung", Sql.at(ring.rungAt()))
                .param("next", Sql.at(ring.nextAt()))
                .update();
    }

    /** Each once for an alert, a round and whoever hears it. */
    void add(List<Fresh> fresh, Instant now) {
        if (fresh.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into alerts.message (alert_id, round, way, target, title, body, created_at, next_at)
                select *, :now, :now
                from unnest(:alert::bigint[], :round::int[], :way::text[], :target::bigint[], :title::text[], :body::text[])
                on conflict do nothing
                """)
                .params(Rows.of(fresh)
                        .number("alert", Fresh::alertId)
                        .integer("round", Fresh::round)
                        .name("way", each -> each.to().way())
                        .number("target", each -> each.to().id())
                        .text("title", each -> each.text().title())
                        .text("body", each -> each.text().body())
                        .params())
                .param("now", Sql.at(now))
                .update();
    }

    /** Takes what is due; whoever takes it and dies leaves it due again after {@code lease}. */
    List<Message> claim(Instant now, Duration lease, int most) {
        return jdbc.sql("""
                with due as (
                    select id from alerts.message where next_at <= :now order by next_at, id limit :most for update skip locked
                )
                update alerts.message m set attempts = attempts + 1, next_at = :lease
                from due, alerts.alert a
                where m.id = due.id and a.id = m.alert_id
                returning m.*, a.tenant_id, a.severity, a.kind
                """)
                .param("now", Sql.at(now))
                .param("lease", Sql.at(now.plus(lease)))
                .param("most", most)
                .query((row, n) -> new Message(
                        row.getLong("id"),
                        row.getLong("alert_id"),
                        new MallId(row.getLong("tenant_id")),
                        Way.valueOf(row.getString("way")),
                        row.getLong("target"),
                        row.getObject("key", UUID.class),
                        Severity.valueOf(row.getString("severity")),
                        row.getString("kind"),
                        row.getString("title"),
                        row.getString("body"),
                        row.getInt("attempts")))
                .list();
    }

    /** Whether the alert of a message still rings; what was acknowledged in between is not sent. */
    boolean rings(long alertId) {
        return jdbc.sql("""
                select exists (select from alerts.alert where id = :id and closed_at is null and acknowledged_at is null and storm_id is null)
                """).param("id", alertId).query(Boolean.class).single();
    }

    void record(List<Done> done, Instant now) {
        jdbc.sql("""
                update alerts.message m
                set state = r.state, answer = r.answer, next_at = r.next, sent_at = case when r.state = 'SENT' then :now::timestamptz end
                from unnest(:id::bigint[], :state::text[], :answer::text[], :next::timestamptz[]) as r (id, state, answer, next)
                where m.id = r.id
                """)
                .params(Rows.of(done)
                        .number("id", Done::id)
                        .name("state", Done::state)
                        .text("answer", Done::answer)
                        .at("next", Done::nextAt)
                        .params())
                .param("now", Sql.at(now))
                .update();
    }
}
