package kr.dochak.promise;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.shared.AdvisoryLock;
import kr.dochak.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes promises, always by the list. */
@Repository
class PromiseRepository {

    private static final RowMapper<PromiseRow> ROW = (row, n) -> PromiseColumns.row(row);

    private static final int LOCKS = 128;

    private final JdbcClient jdbc;

    PromiseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Puts everything that concerns these orders one after the other until the end of the transaction, also while their
     * promises do not exist yet: a fact about an order may overtake the one that makes its promise. Taken in one order, and
     * from a bounded number of locks, so that batches neither wait for each other for ever nor fill the lock table.
     */
    void queueFor(Collection<Long> orderIds) {
        AdvisoryLock.PROMISES_OF_ORDERS.takeAll(jdbc, orderIds, LOCKS);
    }

    /** The open promise of an order is worth what the order costs now; parts are valued by {@link PartValues}. */
    void revalue(long orderId, long totalWon) {
        jdbc.sql("""
                update promise.promise p set total_won = :total, version = version + 1
                where order_id = :id and state = 'OPEN' and total_won <> :total
                  and not exists (select from promise.promise q where q.order_id = :id and q.id <> p.id)
                """).param("id", orderId).param("total", totalWon).update();
    }

    boolean anyOf(long orderId) {
        return jdbc.sql("select exists (select from promise.promise where order_id = :id)")
                .param("id", orderId)
                .query(Boolean.class)
                .single();
    }

    /**
     * Read, not locked: a lock would cost a scan as much as reading, and {@link #update} finds out when somebody else was
     * faster.
     */
    List<PromiseRow> ofShipments(Collection<Long> shipmentIds) {
        return jdbc.sql("""
                select * from promise.promise
                where shipment_id = any(:ids) and state = 'OPEN'
                order by id
                """)
                .param("ids", shipmentIds.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    List<PromiseRow> lockOfOrders(Collection<Long> orderIds) {
        return jdbc.sql("""
                select * from promise.promise where order_id = any(:ids) and state = 'OPEN'
                order by id for no key update
                """)
                .param("ids", orderIds.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    /** Promises whose time to be looked at has come; one claimer takes them, another passes by. */
    List<PromiseRow> claimDue(Instant now, int limit) {
        return jdbc.sql("""
                select p.* from promise.due d join promise.promise p on p.id = d.promise_id
                where d.at <= :now and p.next_check_at <= :now and p.state = 'OPEN'
                order by d.at, d.promise_id limit :limit
                for no key update of p skip locked
                """)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    @Nullable Instant nextDue() {
        return jdbc.sql("select at from promise.due order by at limit 1")
                .query((row, n) -> Sql.moment(row, "at"))
                .optional()
                .orElse(null);
    }

    /**
     * Inserts first promises; an order that has one already keeps it, also when that travels with its parcel by now and the
     * fact is told once more. Answers id by order.
     */
    Map<Long, Long> insert(List<PromiseRow> rows, Function<PromiseRow, Integer> lines) {
        record Id(long orderId, long id) {}
        return jdbc
                .sql("""
                insert into promise.promise
                    (tenant_id, order_id, shipment_id, open_lines, person_id, origin, destination, carrier, total_won,
                     confirmed_at, promised_from, promised_to, timed, p10, p50, p90, basis, told_p50, stage, stage_at,
                     next_check_at)
                select u.tenant_id, u.order_id, u.shipment_id, u.open_lines, u.person_id, u.origin, u.destination,
                       u.carrier, u.total_won,
                       timestamptz 'epoch' + u.confirmed_at * interval '1 microsecond',
                       timestamptz 'epoch' + u.promised_from * interval '1 microsecond',
                       timestamptz 'epoch' + u.promised_to * interval '1 microsecond',
                       u.timed,
                       timestamptz 'epoch' + u.p10 * interval '1 microsecond',
                       timestamptz 'epoch' + u.p50 * interval '1 microsecond',
                       timestamptz 'epoch' + u.p90 * interval '1 microsecond',
                       u.basis::jsonb,
                       timestamptz 'epoch' + u.p50 * interval '1 microsecond',
                       u.stage,
                       timestamptz 'epoch' + u.stage_at * interval '1 microsecond',
                       timestamptz 'epoch' + u.check_at * interval '1 microsecond'
                from unnest(:tenants::bigint[], :orders::bigint[], :shipments::bigint[], :lines::int[], :persons::bigint[],
                            :origins::text[], :destinations::text[], :carriers::text[], :totals::bigint[],
                            :confirmed::bigint[], :promisedFrom::bigint[], :promisedTo::bigint[], :timed::boolean[],
                            :p10::bigint[], :p50::bigint[], :p90::bigint[], :basis::text[], :stages::text[],
                            :since::bigint[], :checkAt::bigint[])
                     as u (tenant_id, order_id, shipment_id, open_lines, person_id, origin, destination, carrier,
                           total_won, confirmed_at, promised_from, promised_to, timed, p10, p50, p90, basis, stage,
                           stage_at, check_at)
                where not exists (select from promise.promise q where q.order_id = u.order_id)
                on conflict (order_id, shipment_id) do nothing
                returning order_id, id
                """)
                .param("tenants", Sql.longs(rows, PromiseRow::tenantId))
                .param("orders", Sql.longs(rows, PromiseRow::orderId))
                .param("shipments", Sql.longs(rows, PromiseRow::shipmentId))
                .param("lines", Sql.ints(rows, lines::apply))
                .param("persons", Sql.longs(rows, PromiseRow::personId))
                .param("origins", Sql.texts(rows, PromiseRow::origin))
                .param("destinations", Sql.texts(rows, PromiseRow::destination))
                .param("carriers", Sql.texts(rows, PromiseRow::carrier))
                .param("totals", Sql.longs(rows, PromiseRow::totalWon))
                .param("confirmed", Sql.micros(rows, PromiseRow::confirmedAt))
                .param("promisedFrom", Sql.micros(rows, r -> r.promised().from()))
                .param("promisedTo", Sql.micros(rows, r -> r.promised().to()))
                .param("timed", rows.stream().map(PromiseRow::timed).toArray(Boolean[]::new))
                .param("p10", Sql.micros(rows, r -> r.window().p10()))
                .param("p50", Sql.micros(rows, r -> r.window().p50()))
                .param("p90", Sql.micros(rows, r -> r.window().p90()))
                .param(
                        "basis",
                        Sql.texts(rows, r -> BasisColumn.write(r.window().basis())))
                .param("stages", Sql.texts(rows, r -> r.stage().name()))
                .param("since", Sql.micros(rows, PromiseRow::since))
                .param("checkAt", Sql.micros(rows, PromiseRow::checkAt))
                .query((row, n) -> new Id(row.getLong(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Id::orderId, Id::id));
    }

    /** Writes where parcels are that were scanned elsewhere. Throws like {@link #update}. */
    void place(List<PromiseRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int updated = jdbc.sql("""
                update promise.promise p set place = u.place, version = u.version + 1
                from unnest(:ids::bigint[], :versions::int[], :places::text[]) as u (id, version, place)
                where p.id = u.id and p.version = u.version
                """)
                .param("ids", Sql.longs(rows, PromiseRow::id))
                .param("versions", Sql.ints(rows, PromiseRow::version))
                .param("places", Sql.texts(rows, PromiseRow::place))
                .update();
        requireAll(updated, rows);
    }

    private static void requireAll(int updated, List<PromiseRow> rows) {
        if (updated != rows.size()) {
            throw new OptimisticLockingFailureException(
                    "promises changed by somebody else: " + (rows.size() - updated));
        }
    }

    /**
     * Writes looked-at promises back in one statement. Throws {@link OptimisticLockingFailureException} when a row was read
     * without a lock and somebody else has changed it since: all is rolled back then, and done again from what is there now.
     */
    void update(List<PromiseRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int updated = jdbc.sql("""
                update promise.promise p
                set p10 = timestamptz 'epoch' + u.p10 * interval '1 microsecond',
                    p50 = timestamptz 'epoch' + u.p50 * interval '1 microsecond',
                    p90 = timestamptz 'epoch' + u.p90 * interval '1 microsecond',
                    basis = u.basis::jsonb,
                    told_p50 = timestamptz 'epoch' + u.told * interval '1 microsecond',
                    promised_from = timestamptz 'epoch' + u.promised_from * interval '1 microsecond',
                    promised_to = timestamptz 'epoch' + u.promised_to * interval '1 microsecond',
                    timed = u.timed,
                    stage = u.stage,
                    stage_at = timestamptz 'epoch' + u.stage_at * interval '1 microsecond',
                    picked_up_at = timestamptz 'epoch' + u.picked_up_at * interval '1 microsecond',
                    out_at = timestamptz 'epoch' + u.out_at * interval '1 microsecond',
                    reason = u.reason,
                    place = u.place,
                    state = u.state,
                    delay_kind = u.delay_kind,
                    delay_cause = u.delay_cause,
                    certain_at = timestamptz 'epoch' + u.certain_at * interval '1 microsecond',
                    found_at = timestamptz 'epoch' + u.found_at * interval '1 microsecond',
                    delivered_at = timestamptz 'epoch' + u.delivered_at * interval '1 microsecond',
                    settled_at = timestamptz 'epoch' + u.settled_at * interval '1 microsecond',
                    next_check_at = timestamptz 'epoch' + u.check_at * interval '1 microsecond',
                    version = u.version + 1
                from unnest(:ids::bigint[], :versions::int[], :p10::bigint[], :p50::bigint[], :p90::bigint[],
                            :basis::text[], :told::bigint[], :promisedFrom::bigint[], :promisedTo::bigint[],
                            :timed::boolean[], :stages::text[], :since::bigint[], :pickedUp::bigint[], :out::bigint[],
                            :reasons::text[], :places::text[], :states::text[], :kinds::text[],
                            :causes::text[], :certain::bigint[], :found::bigint[], :delivered::bigint[],
                            :settled::bigint[], :checkAt::bigint[])
                     as u (id, version, p10, p50, p90, basis, told, promised_from, promised_to, timed, stage, stage_at,
                           picked_up_at, out_at, reason, place, state, delay_kind, delay_cause,
                           certain_at, found_at, delivered_at, settled_at, check_at)
                where p.id = u.id and p.version = u.version
                """)
                .param("ids", Sql.longs(rows, PromiseRow::id))
                .param("versions", Sql.ints(rows, PromiseRow::version))
                .param("p10", Sql.micros(rows, r -> r.window().p10()))
                .param("p50", Sql.micros(rows, r -> r.window().p50()))
                .param("p90", Sql.micros(rows, r -> r.window().p90()))
                .param(
                        "basis",
                        Sql.texts(rows, r -> BasisColumn.write(r.window().basis())))
                .param("told", Sql.micros(rows, PromiseRow::told))
                .param("promisedFrom", Sql.micros(rows, r -> r.promised().from()))
                .param("promisedTo", Sql.micros(rows, r -> r.promised().to()))
                .param("timed", rows.stream().map(PromiseRow::timed).toArray(Boolean[]::new))
                .param("stages", Sql.texts(rows, r -> r.stage().name()))
                .param("since", Sql.micros(rows, PromiseRow::since))
                .param("pickedUp", Sql.micros(rows, PromiseRow::pickedUpAt))
                .param("out", Sql.micros(rows, PromiseRow::outAt))
                .param(
                        "reasons",
                        Sql.texts(
                                rows,
                                r -> r.reason() == null ? null : r.reason().name()))
                .param("places", Sql.texts(rows, PromiseRow::place))
                .param(
                        "states",
                        Sql.texts(
                                rows,
                                r -> r.ended() == null
                                        ? "OPEN"
                                        : r.ended().outcome().name()))
                .param(
                        "kinds",
                        Sql.texts(
                                rows,
                                r -> r.found() == null ? null : r.found().kind().name()))
                .param(
                        "causes",
                        Sql.texts(
                                rows,
                                r -> r.found() == null
                                        ? null
                                        : r.found().cause().name()))
                .param(
                        "certain",
                        Sql.micros(
                                rows, r -> r.found() == null ? null : r.found().certainAt()))
                .param(
                        "found",
                        Sql.micros(
                                rows, r -> r.found() == null ? null : r.found().foundAt()))
                .param(
                        "delivered",
                        Sql.micros(
                                rows, r -> r.ended() == null ? null : r.ended().deliveredAt()))
                .param(
                        "settled",
                        Sql.micros(
                                rows, r -> r.ended() == null ? null : r.ended().at()))
                .param("checkAt", Sql.micros(rows, PromiseRow::checkAt))
                .update();
        requireAll(updated, rows);
    }
}
