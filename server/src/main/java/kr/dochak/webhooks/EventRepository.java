package kr.dochak.webhooks;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import kr.dochak.tracking.FeedReader;
import kr.dochak.webhooks.NewEvent.Key;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Events, their numbers, and how far moves were read. */
@Repository
class EventRepository implements FeedReader.Mark {

    private final JdbcClient jdbc;

    EventRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An event with its number and the bytes that will be signed. */
    record Numbered(NewEvent event, long sequence, String body) {}

    /** The last numbers of these malls; only one transaction at a time gets past this line for each of them. */
    Map<MallId, Long> lockNumbers(Collection<MallId> tenantIds) {
        Map<MallId, Long> last = new HashMap<>();
        jdbc.sql("""
                select tenant_id, last_sequence from webhooks.mall
                where tenant_id = any(:ids) order by tenant_id for update
                """).param("ids", Sql.ids(tenantIds)).query(row -> {
            last.put(new MallId(row.getLong(1)), row.getLong(2));
        });
        return last;
    }

    /** Which of these events were written before. */
    Set<Key> known(List<NewEvent> events) {
        return new HashSet<>(jdbc.sql("""
                select tenant_id, type, subject from webhooks.event
                join unnest(:tenant::bigint[], :type::text[], :subject::text[]) as asked (tenant_id, type, subject)
                using (tenant_id, type, subject)
                """)
                .param("tenant", Sql.ids(events, NewEvent::tenantId))
                .param("type", Sql.texts(events, event -> event.type().code()))
                .param("subject", Sql.texts(events, NewEvent::subject))
                .query((row, n) -> new Key(new MallId(row.getLong(1)), row.getString(2), row.getString(3)))
                .list());
    }

    /** Lets what was written of a subject happen once more; the events themselves stay as they were sent. */
    void happensAgain(String type, Collection<String> subjects) {
        jdbc.sql("""
                update webhooks.event set subject = subject || '/' || sequence
                where type = :type and subject = any(:subjects)
                """)
                .param("type", type)
                .param("subjects", subjects.toArray(String[]::new))
                .update();
    }

    /** Writes events, the new last numbers of their malls, and what every endpoint that wants them is to be sent. */
    void insert(List<Numbered> events, Instant now) {
        jdbc.sql("""
                with fresh as (
                    insert into webhooks.event (tenant_id, sequence, type, subject, occurred_at, recorded_at, body)
                    select tenant, sequence, type, subject, occurred, :now, body
                    from unnest(:tenant::bigint[], :sequence::bigint[], :type::text[], :subject::text[], :occurred::timestamptz[],
                                :body::text[]) as f (tenant, sequence, type, subject, occurred, body)
                    returning tenant_id, sequence, type
                ), numbers as (
                    update webhooks.mall m set last_sequence = f.last
                    from (select tenant_id, max(sequence) as last from fresh group by tenant_id) f
                    where m.tenant_id = f.tenant_id
                )
                insert into webhooks.delivery (endpoint_id, tenant_id, sequence, state, next_at, created_at)
                select e.id, f.tenant_id, f.sequence, 'WAITING', :now, :now
                from fresh f join webhooks.endpoint e on e.tenant_id = f.tenant_id
                where e.state = 'ACTIVE' and f.type = any(e.events)
                """)
                .param("tenant", Sql.ids(events, each -> each.event().tenantId()))
                .param("sequence", Sql.longs(events, Numbered::sequence))
                .param("type", Sql.texts(events, each -> each.event().type().code()))
                .param("subject", Sql.texts(events, each -> each.event().subject()))
                .param("occurred", Sql.instants(events, each -> each.event().occurredAt()))
                .param("body", Sql.texts(events, Numbered::body))
                .param("now", Sql.at(now))
                .update();
    }

    @Override
    public Optional<Long> lock() {
        return jdbc.sql("select last_id from webhooks.move_cursor for update skip locked")
                .query(Long.class)
                .optional();
    }

    @Override
    public void moveTo(long lastId) {
        jdbc.sql("update webhooks.move_cursor set last_id = :id")
                .param("id", lastId)
                .update();
    }

    /** Forgets events, with what became of them; how many. */
    int forget(Instant before, int most) {
        return jdbc.sql("""
                delete from webhooks.event where (tenant_id, sequence) in (
                    select tenant_id, sequence from webhooks.event where recorded_at < :before
                    order by recorded_at limit :most for update skip locked)
                """).param("before", Sql.at(before)).param("most", most).update();
    }
}
