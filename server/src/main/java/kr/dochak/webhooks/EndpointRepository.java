package kr.dochak.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import kr.dochak.webhooks.Endpoint.DisabledWhy;
import kr.dochak.webhooks.Endpoint.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Endpoints as people register and change them. What sending does to them: {@code SendingRepository}. */
@Repository
public class EndpointRepository {

    private static final RowMapper<Endpoint> ENDPOINT = (row, n) -> endpoint(row);

    private final JdbcClient jdbc;

    EndpointRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sees to it that this mall's events are numbered, and that only one at a time adds endpoints to it. */
    void lockMall(MallId tenantId) {
        jdbc.sql("""
                insert into webhooks.mall (tenant_id) values (:id)
                on conflict (tenant_id) do update set tenant_id = excluded.tenant_id
                """).param("id", tenantId.value()).update();
    }

    long nextId() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('webhooks.endpoint', 'id'))")
                .query(Long.class)
                .single();
    }

    /** False when the mall has an endpoint with this address already. */
    boolean insert(long id, MallId tenantId, EndpointRequest wish, byte[] secret, Instant now) {
        return jdbc.sql("""
                insert into webhooks.endpoint (id, tenant_id, url, description, events, state, state_at, secret, created_at)
                overriding system value
                values (:id, :tenant, :url, :description, :events, 'ACTIVE', :now, :secret, :now)
                on conflict (tenant_id, url) do nothing
                """)
                        .param("id", id)
                        .param("tenant", tenantId.value())
                        .param("url", wish.url())
                        .param("description", wish.description())
                        .param("events", EventType.codes(wish.events()))
                        .param("secret", secret)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** False when another endpoint of the mall has this address. */
    boolean change(long id, EndpointRequest wish) {
        return jdbc.sql("""
                update webhooks.endpoint e set url = :url, description = :description, events = :events
                where id = :id and not exists (
                    select 1 from webhooks.endpoint o where o.tenant_id = e.tenant_id and o.url = :url and o.id <> e.id)
                """)
                        .param("id", id)
                        .param("url", wish.url())
                        .param("description", wish.description())
                        .param("events", EventType.codes(wish.events()))
                        .update()
                == 1;
    }

    void remove(long id) {
        jdbc.sql("delete from webhooks.endpoint where id = :id").param("id", id).update();
    }

    void pause(long id, Instant now) {
        jdbc.sql("""
                update webhooks.endpoint set state = 'PAUSED', disabled_why = null, state_at = :now
                where id = :id and state <> 'PAUSED'
                """).param("id", id).param("now", Sql.at(now)).update();
    }

    /** Sends again, from a clean slate: what failed before counts no more, and what waits is tried at once. */
    void activate(long id, Instant now) {
        jdbc.sql("""
                with waiting as (
                    update webhooks.delivery set next_at = :now where endpoint_id = :id and state = 'WAITING' and next_at > :now
                )
                update webhooks.endpoint
                set state = 'ACTIVE', disabled_why = null, failing_since = null, failures = 0,
                    state_at = case when state = 'ACTIVE' then state_at else :now end
                where id = :id
                """).param("id", id).param("now", Sql.at(now)).update();
    }

    void rotate(long id, byte[] secret, Instant oldUntil) {
        jdbc.sql("""
                update webhooks.endpoint set old_secret = secret, old_secret_until = :until, secret = :secret where id = :id
                """)
                .param("id", id)
                .param("secret", secret)
                .param("until", Sql.at(oldUntil))
                .update();
    }

    Optional<Endpoint> find(MallId tenantId, long id) {
        return jdbc.sql("select * from webhooks.endpoint where tenant_id = :tenant and id = :id")
                .param("tenant", tenantId.value())
                .param("id", id)
                .query(ENDPOINT)
                .optional();
    }

    /** A mall's endpoints, the newest first. */
    List<Endpoint> list(
            MallId tenantId, @Nullable State state, @Nullable String text, @Nullable Long beforeId, int limit) {
        return jdbc.sql("""
                select * from webhooks.endpoint
                where tenant_id = :tenant
                  and (:state::text is null or state = :state)
                  and (:text::text is null or strpos(lower(url || ' ' || description), lower(:text)) > 0)
                  and (:before::bigint is null or id < :before)
                order by id desc limit :limit
                """)
                .param("tenant", tenantId.value())
                .param("state", state == null ? null : state.name())
                .param("text", text)
                .param("before", beforeId)
                .param("limit", limit)
                .query(ENDPOINT)
                .list();
    }

    Map<State, Integer> counts(MallId tenantId) {
        Map<State, Integer> counts = new HashMap<>();
        jdbc.sql("select state, count(*) from webhooks.endpoint where tenant_id = :tenant group by state")
                .param("tenant", tenantId.value())
                .query(row -> {
                    counts.put(State.valueOf(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    /** What the endpoints of these malls want to hear of, stopped ones too: what they miss can be replayed to them. */
    Map<MallId, Set<EventType>> wanted(Collection<MallId> tenantIds) {
        Map<MallId, Set<EventType>> wanted = new HashMap<>();
        jdbc.sql("""
                select tenant_id, array_agg(distinct type) from webhooks.endpoint, unnest(events) as type
                where tenant_id = any(:ids) group by tenant_id
                """).param("ids", Sql.ids(tenantIds)).query(row -> {
            wanted.put(
                    new MallId(row.getLong(1)), types((String[]) row.getArray(2).getArray()));
        });
        return wanted;
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        String why = row.getString("disabled_why");
        return new Endpoint(
                row.getLong("id"),
                new MallId(row.getLong("tenant_id")),
                row.getString("url"),
                row.getString("description"),
                types((String[]) row.getArray("events").getArray()),
                State.valueOf(row.getString("state")),
                why == null ? null : DisabledWhy.valueOf(why),
                Sql.moment(row, "state_at"),
                Sql.instant(row, "old_secret_until"),
                Sql.instant(row, "failing_since"),
                row.getLong("failures"),
                Sql.instant(row, "last_success_at"),
                Sql.moment(row, "created_at"));
    }

    private static Set<EventType> types(String[] codes) {
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        Arrays.stream(codes).forEach(code -> EventType.of(code).ifPresent(types::add));
        return types;
    }

    /** What a secret is sealed with, so that it opens for this endpoint only. */
    public static String belongsTo(long endpointId) {
        return "webhook/" + endpointId;
    }
}
