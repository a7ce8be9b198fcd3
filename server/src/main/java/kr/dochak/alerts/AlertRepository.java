package kr.dochak.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.database.AdvisoryLock;
import kr.dochak.database.Rows;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Alerts as they are raised, acknowledged and closed; each statement takes the whole list. */
@Repository
class AlertRepository {

    private final JdbcClient jdbc;

    AlertRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A cause that a fact brings; the same occurrence again is nothing new. */
    record Raised(MallId mall, AlertCause cause, String occurrence) {}

    /** What stands open of a kind. */
    record Open(MallId mall, String object, long count) {}

    /** Whoever else raises this kind in this mall waits. */
    void queue(AlertKind kind, MallId mall) {
        AdvisoryLock.ALERTS.take(jdbc, kind.key() + " " + mall);
    }

    /** Raises what had not been counted; answers the malls in which something is new. */
    List<MallId> raise(AlertKind kind, List<Raised> raised, Instant now) {
        return jdbc.sql("""
                with input as (
                    select * from unnest(:mall::bigint[], :object::text[], :subject::text[], :href::text[], :key::text[], :since::timestamptz[])
                        as u (tenant_id, object, subject, href, key, since)
                ), counted as (
                    insert into alerts.occurrence (kind, tenant_id, object, key, at)
                    select :kind, tenant_id, object, key, :now from input order by tenant_id, object, key
                    on conflict do nothing returning tenant_id, object
                ), fresh as (
                    select tenant_id, object, count(*) as times from counted group by 1, 2
                )
                insert into alerts.alert (tenant_id, kind, severity, object, subject, href, count, since, opened_at, last_at, next_at)
                select distinct on (tenant_id, object) tenant_id, :kind, :severity, object, i.subject, i.href, f.times, i.since, :now, :now, :now
                from fresh f join input i using (tenant_id, object)
                order by tenant_id, object, i.since
                on conflict (kind, tenant_id, object) where closed_at is null
                do update set count = alert.count + excluded.count, last_at = excluded.last_at
                returning tenant_id
                """)
                .params(Rows.of(raised)
                        .id("mall", Raised::mall)
                        .text("object", each -> each.cause().object())
                        .text("subject", each -> each.cause().subject())
                        .text("href", each -> each.cause().href())
                        .text("key", Raised::occurrence)
                        .at("since", each -> each.cause().since())
                        .params())
                .param("kind", kind.key())
                .param("severity", kind.severity().name())
                .param("now", Sql.at(now))
                .query((row, n) -> new MallId(row.getLong(1)))
                .list();
    }

    /** Opens what stands and is not open, and counts anew what is. */
    void stands(AlertKind kind, MallId mall, List<AlertCause> causes, Instant now) {
        jdbc.sql("""
                insert into alerts.alert (tenant_id, kind, severity, object, subject, href, count, since, opened_at, last_at, next_at)
                select distinct on (object) :mall, :kind, :severity, object, subject, href, weight, since, :now, :now, :now
                from unnest(:object::text[], :subject::text[], :href::text[], :weight::bigint[], :since::timestamptz[])
                    as u (object, subject, href, weight, since)
                order by object
                on conflict (kind, tenant_id, object) where closed_at is null
                do update set count = excluded.count, last_at = excluded.last_at
                """)
                .params(Rows.of(causes)
                        .text("object", AlertCause::object)
                        .text("subject", AlertCause::subject)
                        .text("href", AlertCause::href)
                        .number("weight", AlertCause::weight)
                        .at("since", AlertCause::since)
                        .params())
                .param("mall", mall.value())
                .param("kind", kind.key())
                .param("severity", kind.severity().name())
                .param("now", Sql.at(now))
                .update();
    }

    /** What is open of these kinds, by kind; a kind of which nothing is open is not in it. */
    Map<String, List<Open>> open(Collection<String> kinds) {
        Map<String, List<Open>> open = new HashMap<>();
        jdbc.sql("""
                select kind, tenant_id, object, count from alerts.alert
                where kind = any(:kinds) and closed_at is null and object <> '*'
                """).param("kinds", kinds.toArray(String[]::new)).query(row -> {
            open.computeIfAbsent(row.getString(1), unused -> new ArrayList<>())
                    .add(new Open(new MallId(row.getLong(2)), row.getString(3), row.getLong(4)));
        });
        return open;
    }

    /** The cause of these is over; a storm is over with the last of its kind. */
    void over(String kind, MallId mall, Collection<String> objects, Instant now) {
        jdbc.sql("""
                update alerts.alert set closed_at = :now, next_at = null
                where kind = :kind and tenant_id = :mall and closed_at is null and object = any(:objects)
                """)
                .param("kind", kind)
                .param("mall", mall.value())
                .param("objects", objects.toArray(String[]::new))
                .param("now", Sql.at(now))
                .update();
        jdbc.sql("""
                update alerts.alert s set closed_at = :now, next_at = null
                where s.kind = :kind and s.tenant_id = :mall and s.closed_at is null and s.object = '*'
                  and not exists (select from alerts.alert m where m.storm_id = s.id and m.closed_at is null)
                """)
                .param("kind", kind)
                .param("mall", mall.value())
                .param("now", Sql.at(now))
                .update();
    }

    /** Makes a storm of a kind when so many are open, or one blows already: it rings, and they do no more. */
    void gather(AlertKind kind, MallId mall, int from, Instant now) {
        jdbc.sql("""
                with member as (
                    select id from alerts.alert
                    where kind = :kind and tenant_id = :mall and closed_at is null and acknowledged_at is null and object <> '*'
                ), storm as (
                    insert into alerts.alert (tenant_id, kind, severity, object, subject, href, count, since, opened_at, last_at, next_at)
                    select :mall, :kind, :severity, '*', '', '/console/alerts', (select count(*) from member), :now, :now, :now, :now
                    where (select count(*) from member) >= :from
                       or exists (select from alerts.alert where kind = :kind and tenant_id = :mall and closed_at is null and object = '*')
                    on conflict (kind, tenant_id, object) where closed_at is null
                    do update set count = excluded.count, last_at = excluded.last_at
                    returning id
                )
                update alerts.alert a set storm_id = storm.id, next_at = null
                from storm where a.id in (select id from member) and a.storm_id is null
                """)
                .param("kind", kind.key())
                .param("mall", mall.value())
                .param("severity", kind.severity().name())
                .param("from", from)
                .param("now", Sql.at(now))
                .update();
    }

    Optional<Alert> find(long id) {
        return jdbc.sql("select * from alerts.alert where id = :id")
                .param("id", id)
                .query(AlertRepository::alert)
                .optional();
    }

    /** Somebody has seen it; one who was first stays the one. A storm is acknowledged with all that is in it. */
    boolean acknowledge(long id, long staffId, String name, boolean byLink, Instant now) {
        return jdbc.sql("""
                update alerts.alert
                set acknowledged_at = :now, acknowledged_id = :staff, acknowledged_name = :name, acknowledged_by = :by, next_at = null
                where (id = :id or storm_id = :id) and acknowledged_at is null and closed_at is null
                """)
                        .param("id", id)
                        .param("staff", staffId)
                        .param("name", name)
                        .param("by", byLink ? "LINK" : "PAGE")
                        .param("now", Sql.at(now))
                        .update()
                > 0;
    }

    /** Takes an acknowledgement back: it rings on. */
    boolean ringOn(long id, Instant now) {
        return jdbc.sql("""
                update alerts.alert
                set acknowledged_at = null, acknowledged_id = null, acknowledged_name = null, acknowledged_by = null,
                    next_at = case when storm_id is null then :now::timestamptz end
                where (id = :id or storm_id = :id) and acknowledged_at is not null and closed_at is null
                """).param("id", id).param("now", Sql.at(now)).update() > 0;
    }

    /** Forgets closed ones, and occurrences that no alert needs any more. */
    int forget(Instant before, int most) {
        jdbc.sql("delete from alerts.occurrence where at < :before")
                .param("before", Sql.at(before))
                .update();
        return jdbc.sql("""
                delete from alerts.alert where id in (
                    select a.id from alerts.alert a
                    where a.closed_at < :before and not exists (select from alerts.alert m where m.storm_id = a.id)
                    order by a.closed_at limit :most)
                """).param("before", Sql.at(before)).param("most", most).update();
    }

    static Alert alert(ResultSet row, int number) throws SQLException {
        return new Alert(
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
                row.getObject("storm_id") != null,
                row.getInt("step"),
                row.getInt("round"),
                acknowledged(row),
                Sql.instant(row, "closed_at"));
    }

    private static Alert.@Nullable Acknowledged acknowledged(ResultSet row) throws SQLException {
        Instant at = Sql.instant(row, "acknowledged_at");
        return at == null
                ? null
                : new Alert.Acknowledged(
                        row.getLong("acknowledged_id"),
                        row.getString("acknowledged_name"),
                        at,
                        "LINK".equals(row.getString("acknowledged_by")));
    }
}
