package kr.dochak.promise;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.dochak.database.Sql;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.windows.Stage;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads promises for pages and the API. */
@Repository
class PromiseQuery {

    private static final RowMapper<PromiseView> VIEW = (row, n) -> PromiseView.of(PromiseColumns.row(row));

    private final JdbcClient jdbc;
    private final InstantSource clock;

    PromiseQuery(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<OrderId, List<PromiseView>> ofOrders(Collection<OrderId> orderIds) {
        return jdbc
                .sql("select * from promise.promise where order_id = any(:ids) order by id")
                .param("ids", Sql.ids(orderIds))
                .query(VIEW)
                .list()
                .stream()
                .collect(Collectors.groupingBy(PromiseView::orderId));
    }

    Map<PromiseId, Promises.Claim> claims(Collection<PromiseId> promiseIds) {
        Map<PromiseId, List<Promises.Claim.Before>> before = before(promiseIds);
        Map<PromiseId, Promises.Claim> claims = new HashMap<>();
        jdbc.sql("select id, total_won, delay_cause, carrier from promise.promise where id = any(:ids)")
                .param("ids", Sql.ids(promiseIds))
                .query(row -> {
                    PromiseId id = new PromiseId(row.getLong("id"));
                    String cause = row.getString("delay_cause");
                    claims.put(
                            id,
                            new Promises.Claim(
                                    id,
                                    row.getLong("total_won"),
                                    cause == null ? null : DelayCause.valueOf(cause),
                                    before.getOrDefault(id, List.of()),
                                    Carrier.isTrial(row.getString("carrier"))));
                });
        return claims;
    }

    private Map<PromiseId, List<Promises.Claim.Before>> before(Collection<PromiseId> promiseIds) {
        Map<PromiseId, List<Promises.Claim.Before>> before = new HashMap<>();
        jdbc.sql("""
                with recursive origin (promise_id, split_of, split_at) as (
                    select id, split_of, split_at from promise.promise where id = any(:ids) and split_of is not null
                    union all
                    select o.promise_id, p.split_of, p.split_at
                    from origin o join promise.promise p on p.id = o.split_of
                    where p.split_of is not null)
                select * from origin order by promise_id, split_at
                """).param("ids", Sql.ids(promiseIds)).query(row -> {
            before.computeIfAbsent(new PromiseId(row.getLong("promise_id")), unused -> new ArrayList<>())
                    .add(new Promises.Claim.Before(
                            new PromiseId(row.getLong("split_of")), Sql.moment(row, "split_at")));
        });
        return before;
    }

    Optional<PromiseView> find(PromiseId promiseId) {
        return jdbc.sql("select * from promise.promise where id = :id")
                .param("id", promiseId.value())
                .query(VIEW)
                .optional();
    }

    Keyset<PromiseView> list(MallId tenantId, PromiseFilter filter, @Nullable String cursor, int limit) {
        List<PromiseView> rows = statement(filter.show())
                .param("tenant", tenantId.value())
                .param("before", Cursor.read(cursor).number(0, Long.MAX_VALUE))
                .param("carrier", CarrierId.textOf(filter.carrier()))
                .param("destination", filter.destination())
                .param("cause", name(filter.cause()))
                .param("kind", name(filter.kind()))
                .param("place", filter.place())
                .param("situation", filter.situation())
                .param("limit", limit + 1)
                .query(VIEW)
                .list();
        return Keyset.of(rows, limit, last -> Cursor.after(last.promiseId().value()));
    }

    /** A statement for each partial index: a condition of an index that is a parameter keeps it from being used. */
    private JdbcClient.StatementSpec statement(PromiseFilter.@Nullable Show show) {
        return switch (show) {
            case OPEN -> open();
            case AT_RISK -> atRisk();
            case DELAYED -> late(false);
            case SILENT -> late(true);
            case MISSED -> missed();
            case KEPT -> any("KEPT");
            case null -> any(null);
        };
    }

    private JdbcClient.StatementSpec open() {
        return jdbc.sql("""
                select * from promise.promise
                where tenant_id = :tenant and id < :before and state = 'OPEN'
                  and (:carrier::text is null or carrier = :carrier)
                  and (:destination::text is null or destination = :destination)
                  and (:cause::text is null or delay_cause = :cause)
                  and (:kind::text is null or delay_kind = :kind)
                  and (:place::text is null or coalesce(nullif(lost_place, ''), place) = :place)
                  and (:situation::bigint is null or exists (select from promise.situation_promise m
                                                             where m.promise_id = promise.id and m.situation_id = :situation))
                order by id desc limit :limit
                """);
    }

    private JdbcClient.StatementSpec atRisk() {
        return jdbc.sql("""
                select * from promise.promise
                where tenant_id = :tenant and id < :before and state = 'OPEN'
                  and promise.at_risk(state, found_at, p90, promised_to)
                  and (:carrier::text is null or carrier = :carrier)
                  and (:destination::text is null or destination = :destination)
                  and (:cause::text is null or delay_cause = :cause)
                  and (:kind::text is null or delay_kind = :kind)
                  and (:place::text is null or coalesce(nullif(lost_place, ''), place) = :place)
                  and (:situation::bigint is null or exists (select from promise.situation_promise m
                                                             where m.promise_id = promise.id and m.situation_id = :situation))
                order by id desc limit :limit
                """);
    }

    private JdbcClient.StatementSpec late(boolean silent) {
        return jdbc.sql("""
                select * from promise.promise
                where tenant_id = :tenant and id < :before and state = 'OPEN' and found_at is not null
                  and (delay_kind = 'SILENT') = :silent
                  and (:carrier::text is null or carrier = :carrier)
                  and (:destination::text is null or destination = :destination)
                  and (:cause::text is null or delay_cause = :cause)
                  and (:kind::text is null or delay_kind = :kind)
                  and (:place::text is null or coalesce(nullif(lost_place, ''), place) = :place)
                  and (:situation::bigint is null or exists (select from promise.situation_promise m
                                                             where m.promise_id = promise.id and m.situation_id = :situation))
                order by id desc limit :limit
                """).param("silent", silent);
    }

    private JdbcClient.StatementSpec missed() {
        return jdbc.sql("""
                select * from promise.promise
                where tenant_id = :tenant and id < :before and state = 'MISSED'
                  and (:carrier::text is null or carrier = :carrier)
                  and (:destination::text is null or destination = :destination)
                  and (:cause::text is null or delay_cause = :cause)
                  and (:kind::text is null or delay_kind = :kind)
                  and (:place::text is null or coalesce(nullif(lost_place, ''), place) = :place)
                  and (:situation::bigint is null or exists (select from promise.situation_promise m
                                                             where m.promise_id = promise.id and m.situation_id = :situation))
                order by id desc limit :limit
                """);
    }

    /** These have no index of their own: nearly every promise is kept. */
    private JdbcClient.StatementSpec any(@Nullable String state) {
        return jdbc.sql("""
                select * from promise.promise
                where tenant_id = :tenant and id < :before
                  and (:state::text is null or state = :state)
                  and (:carrier::text is null or carrier = :carrier)
                  and (:destination::text is null or destination = :destination)
                  and (:cause::text is null or delay_cause = :cause)
                  and (:kind::text is null or delay_kind = :kind)
                  and (:place::text is null or coalesce(nullif(lost_place, ''), place) = :place)
                  and (:situation::bigint is null or exists (select from promise.situation_promise m
                                                             where m.promise_id = promise.id and m.situation_id = :situation))
                order by id desc limit :limit
                """).param("state", state);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    PromiseFigures figures(Collection<MallId> malls) {
        Map<Stage, Long> stages = new EnumMap<>(Stage.class);
        jdbc.sql("""
                select stage, count(*) from promise.promise
                where tenant_id = any (:malls::bigint[]) and state = 'OPEN' group by stage
                """)
                .param("malls", Sql.ids(malls))
                .query((row, n) -> stages.put(Stage.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        var today = Seoul.dateOf(clock.instant());
        return jdbc.sql("""
                select count(*) filter (where state = 'OPEN' and found_at is not null and delay_kind <> 'SILENT') as delayed,
                       count(*) filter (where promise.at_risk(state, found_at, p90, promised_to)) as at_risk,
                       count(*) filter (where state = 'OPEN' and delay_kind = 'SILENT') as silent,
                       count(*) filter (where promised_to between :from and :to and state <> 'VOID') as due,
                       count(*) filter (where promised_to between :from and :to and state = 'KEPT') as kept,
                       count(*) filter (where promised_to between :from and :to
                                          and (state = 'MISSED' or (state = 'OPEN' and found_at is not null))) as lost
                from promise.promise
                where tenant_id = any (:malls::bigint[]) and (state = 'OPEN' or promised_to between :from and :to)
                """)
                .param("malls", Sql.ids(malls))
                .param("from", Sql.at(today.atStartOfDay(Seoul.ZONE).toInstant()))
                .param("to", Sql.at(Seoul.endOf(today)))
                .query((row, n) -> new PromiseFigures(
                        stages,
                        row.getLong("delayed"),
                        row.getLong("at_risk"),
                        row.getLong("silent"),
                        row.getLong("due"),
                        row.getLong("kept"),
                        row.getLong("lost")))
                .single();
    }
}
