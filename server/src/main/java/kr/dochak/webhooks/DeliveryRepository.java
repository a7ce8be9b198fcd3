package kr.dochak.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import kr.dochak.webhooks.Delivery.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries as people see and replay them. How they are sent: {@code SendingRepository}. */
@Repository
class DeliveryRepository {

    private static final RowMapper<Delivery> DELIVERY = (row, n) -> delivery(row);

    private final JdbcClient jdbc;

    DeliveryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest events first. */
    List<Delivery> list(long endpointId, @Nullable State state, @Nullable Long beforeSequence, int limit) {
        return jdbc.sql("""
                select d.*, e.type, e.occurred_at from webhooks.delivery d
                join webhooks.event e using (tenant_id, sequence)
                where d.endpoint_id = :endpoint
                  and (:state::text is null or d.state = :state)
                  and (:before::bigint is null or d.sequence < :before)
                order by d.sequence desc limit :limit
                """)
                .param("endpoint", endpointId)
                .param("state", state == null ? null : state.name())
                .param("before", beforeSequence)
                .param("limit", limit)
                .query(DELIVERY)
                .list();
    }

    Optional<Delivery> find(long endpointId, long sequence) {
        return list(endpointId, null, sequence + 1, 1).stream()
                .filter(delivery -> delivery.sequence() == sequence)
                .findFirst();
    }

    /** The bytes that are sent. */
    Optional<String> body(long endpointId, long sequence) {
        return jdbc.sql("""
                select e.body from webhooks.delivery d join webhooks.event e using (tenant_id, sequence)
                where d.endpoint_id = :endpoint and d.sequence = :sequence
                """)
                .param("endpoint", endpointId)
                .param("sequence", sequence)
                .query(String.class)
                .optional();
    }

    /** Sends one again, whatever became of it; one that is on its way stays so. */
    boolean replay(long endpointId, long sequence, Instant now) {
        return jdbc.sql("""
                update webhooks.delivery set state = 'WAITING', attempts = 0, replays = replays + 1, next_at = :now
                where endpoint_id = :endpoint and sequence = :sequence and (state <> 'WAITING' or next_at > :now)
                """)
                        .param("endpoint", endpointId)
                        .param("sequence", sequence)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** How many events a replay of this time would send. */
    int inRange(long endpointId, Instant from, Instant to) {
        return jdbc.sql("""
                select count(*) from webhooks.endpoint p join webhooks.event e on e.tenant_id = p.tenant_id
                where p.id = :endpoint and e.recorded_at between :from and :to and e.type = any(p.events)
                """)
                .param("endpoint", endpointId)
                .param("from", Sql.at(from))
                .param("to", Sql.at(to))
                .query(Integer.class)
                .single();
    }

    /** Sends again what was recorded in this time, and for the first time what an endpoint missed while it was stopped. */
    int replay(long endpointId, Instant from, Instant to, Instant now) {
        return jdbc.sql("""
                insert into webhooks.delivery (endpoint_id, tenant_id, sequence, state, next_at, created_at)
                select p.id, e.tenant_id, e.sequence, 'WAITING', :now, :now
                from webhooks.endpoint p join webhooks.event e on e.tenant_id = p.tenant_id
                where p.id = :endpoint and e.recorded_at between :from and :to and e.type = any(p.events)
                on conflict (endpoint_id, sequence) do update
                set state = 'WAITING', attempts = 0, replays = delivery.replays + 1, next_at = :now
                """)
                .param("endpoint", endpointId)
                .param("from", Sql.at(from))
                .param("to", Sql.at(to))
                .param("now", Sql.at(now))
                .update();
    }

    /** Makes an event that no endpoint chose one of this endpoint's; its sequence. */
    long addressTo(long endpointId, NewEvent.Key key, Instant now) {
        return jdbc.sql("""
                insert into webhooks.delivery (endpoint_id, tenant_id, sequence, state, next_at, created_at)
                select :endpoint, tenant_id, sequence, 'WAITING', :now, :now from webhooks.event
                where tenant_id = :tenant and type = :type and subject = :subject
                on conflict (endpoint_id, sequence) do update set next_at = delivery.next_at
                returning sequence
                """)
                .param("endpoint", endpointId)
                .param("tenant", key.tenantId().value())
                .param("type", key.type())
                .param("subject", key.subject())
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        long sequence = row.getLong("sequence");
        return new Delivery(
                row.getLong("endpoint_id"),
                sequence,
                EventWriting.eventId(new MallId(row.getLong("tenant_id")), sequence),
                EventType.of(row.getString("type")).orElse(EventType.PING),
                Sql.moment(row, "occurred_at"),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("replays"),
                Sql.instant(row, "next_at"),
                Sql.instant(row, "tried_at"),
                row.getObject("code", Integer.class),
                row.getString("answer"),
                row.getObject("took_ms", Integer.class));
    }
}
