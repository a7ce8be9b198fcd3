package kr.dochak.promise;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.database.AdvisoryLock;
import kr.dochak.database.Sql;
import kr.dochak.promise.PromiseFact.Reopened;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.ShipmentId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes promises, always by the list. */
@Repository
public class PromiseRepository {

    private static final RowMapper<PromiseRow> ROW = (row, n) -> PromiseColumns.row(row);

    private static final int LOCKS = 128;

    private static final String INSERT = """
            insert into promise.promise
                (tenant_id, order_id, shipment_id, open_lines, person_id, origin, destination, carrier, total_won,
                 confirmed_at, promised_from, promised_to, timed, p10, p50, p90, basis, told_p50, stage, stage_at,
                 next_check_at, ordered_at)
            select u.tenant_id, u.order_id, u.shipment_id, u.open_lines, u.person_id, u.origin, u.destination,
                   u.carrier, u.total_won, u.confirmed_at, u.promised_from, u.promised_to, u.timed, u.p10, u.p50,
                   u.p90,
                   u.basis::jsonb,
                   u.told_p50, u.stage, u.stage_at, u.next_check_at, u.ordered_at
            from unnest(:tenant_id::bigint[], :order_id::bigint[], :shipment_id::bigint[], :open_lines::int[],
                        :person_id::bigint[], :origin::text[], :destination::text[], :carrier::text[],
                        :total_won::bigint[], :confirmed_at::timestamptz[], :promised_from::timestamptz[],
                        :promised_to::timestamptz[], :timed::boolean[], :p10::timestamptz[], :p50::timestamptz[],
                        :p90::timestamptz[], :basis::text[], :told_p50::timestamptz[], :stage::text[],
                        :stage_at::timestamptz[], :next_check_at::timestamptz[], :ordered_at::timestamptz[])
                 as u (tenant_id, order_id, shipment_id, open_lines, person_id, origin, destination, carrier,
                       total_won, confirmed_at, promised_from, promised_to, timed, p10, p50, p90, basis, told_p50,
                       stage, stage_at, next_check_at, ordered_at)
            where not exists (
                select from promise.promise q
                where q.order_id = u.order_id
                  and (:first or (q.shipment_id is null and q.state = 'OPEN' and u.shipment_id is null)))
            on conflict do nothing
            returning order_id, id
            """;

    private final JdbcClient jdbc;

    PromiseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Puts everything that concerns these orders one after the other until the end of the transaction, also while their
     * promises do not exist yet: a fact about an order may overtake the one that makes its promise. Taken in one order, and
     * from a bounded number of locks, so that batches neither wait for each other for ever nor fill the lock table.
     */
    public void queueFor(Collection<OrderId> orderIds) {
        AdvisoryLock.PROMISES_OF_ORDERS.takeAll(jdbc, orderIds, LOCKS);
    }

    /** The open promise of an order is worth what the order costs now; parts are valued by {@code PartValues}. */
    public void revalue(OrderId orderId, long totalWon) {
        jdbc.sql("""
                update promise.promise p set total_won = :total, version = version + 1
                where order_id = :id and state = 'OPEN' and total_won <> :total
                  and not exists (select from promise.promise q where q.order_id = :id and q.id <> p.id)
                """).param("id", orderId.value()).param("total", totalWon).update();
    }

    public boolean anyOf(OrderId orderId) {
        return jdbc.sql("select exists (select from promise.promise where order_id = :id)")
                .param("id", orderId.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Read, not locked: a lock would cost a scan as much as reading, and {@link #update} finds out when somebody else was
     * faster.
     */
    List<PromiseRow> ofShipments(Collection<ShipmentId> shipmentIds) {
        return jdbc.sql("""
                select * from promise.promise
                where shipment_id = any(:ids) and state = 'OPEN'
                order by id
                """).param("ids", Sql.ids(shipmentIds)).query(ROW).list();
    }

    public List<PromiseRow> lockOfOrders(Collection<OrderId> orderIds) {
        return jdbc.sql("""
                select * from promise.promise where order_id = any(:ids) and state = 'OPEN'
                order by id for no key update
                """).param("ids", Sql.ids(orderIds)).query(ROW).list();
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

    /** Lets promises hold again that ended with this parcel's delivery, of these orders only; answers which. */
    public List<Reopened> reopen(ShipmentId shipmentId, Collection<OrderId> orderIds, Instant now) {
        return jdbc.sql("""
                update promise.promise
                set state = 'OPEN', settled_at = null, delivered_at = null, next_check_at = :now, version = version + 1
                where shipment_id = :shipment and state in ('KEPT', 'MISSED') and order_id = any(:orders)
                returning id, order_id, tenant_id
                """)
                .param("now", Sql.at(now))
                .param("shipment", shipmentId.value())
                .param("orders", Sql.ids(orderIds))
                .query((row, n) -> new Reopened(
                        new PromiseId(row.getLong(1)), new OrderId(row.getLong(2)), new MallId(row.getLong(3)), now))
                .list();
    }

    /** The open promises of this parcel are looked at now: it stands elsewhere without a scan. */
    public void lookNow(ShipmentId shipmentId, Instant now) {
        jdbc.sql("""
                update promise.promise set next_check_at = :now, version = version + 1
                where shipment_id = :shipment and state = 'OPEN'
                """)
                .param("now", Sql.at(now))
                .param("shipment", shipmentId.value())
                .update();
    }

    @Nullable Instant nextDue() {
        return jdbc.sql("select at from promise.due order by at limit 1")
                .query((row, n) -> Sql.moment(row, "at"))
                .optional()
                .orElse(null);
    }

    /**
     * Inserts first promises and answers their ids by order. An order that has one already gets no other, even when the fact
     * is repeated after the promise was tied to its parcel.
     */
    Map<OrderId, Long> insert(List<PromiseRow> rows, Function<PromiseRow, Integer> lines) {
        record Id(OrderId orderId, long id) {}
        return jdbc
                .sql(INSERT)
                .params(PromiseColumns.fresh(rows).integer("open_lines", lines).params())
                .param("first", true)
                .query((row, n) -> new Id(new OrderId(row.getLong(1)), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Id::orderId, Id::id));
    }

    /** Inserts a promise of an order that has others; answers its id, or nothing where this very one is there already. */
    Optional<Long> insertBeside(PromiseRow row, int lines) {
        return jdbc.sql(INSERT)
                .params(PromiseColumns.fresh(List.of(row))
                        .integer("open_lines", unused -> lines)
                        .params())
                .param("first", false)
                .query((found, n) -> found.getLong(2))
                .optional();
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
        int updated =
                jdbc.sql("""
                update promise.promise p
                set p10 = u.p10, p50 = u.p50, p90 = u.p90,
                    basis = u.basis::jsonb,
                    told_p50 = u.told_p50, promised_from = u.promised_from, promised_to = u.promised_to, timed = u.timed,
                    stage = u.stage, stage_at = u.stage_at, picked_up_at = u.picked_up_at, out_at = u.out_at,
                    reason = u.reason, place = u.place, state = u.state, delay_kind = u.delay_kind,
                    delay_cause = u.delay_cause, certain_at = u.certain_at, found_at = u.found_at,
                    lost_part = u.lost_part, lost_place = u.lost_place, lost_toward = u.lost_toward,
                    lost_from = u.lost_from, lost_until = u.lost_until, lost_usual = u.lost_usual,
                    delivered_at = u.delivered_at, settled_at = u.settled_at, next_check_at = u.next_check_at,
                    version = u.version + 1
                from unnest(:id::bigint[], :version::int[], :p10::timestamptz[], :p50::timestamptz[], :p90::timestamptz[],
                            :basis::text[], :told_p50::timestamptz[], :promised_from::timestamptz[],
                            :promised_to::timestamptz[], :timed::boolean[], :stage::text[], :stage_at::timestamptz[],
                            :picked_up_at::timestamptz[], :out_at::timestamptz[], :reason::text[], :place::text[],
                            :state::text[], :delay_kind::text[], :delay_cause::text[], :certain_at::timestamptz[],
                            :found_at::timestamptz[], :lost_part::text[], :lost_place::text[], :lost_toward::text[],
                            :lost_from::timestamptz[], :lost_until::timestamptz[], :lost_usual::bigint[], :delivered_at::timestamptz[], :settled_at::timestamptz[],
                            :next_check_at::timestamptz[])
                     as u (id, version, p10, p50, p90, basis, told_p50, promised_from, promised_to, timed, stage, stage_at,
                           picked_up_at, out_at, reason, place, state, delay_kind, delay_cause,
                           certain_at, found_at, lost_part, lost_place, lost_toward, lost_from, lost_until, lost_usual,
                           delivered_at, settled_at, next_check_at)
                where p.id = u.id and p.version = u.version
                """).params(PromiseColumns.standing(rows).params()).update();
        requireAll(updated, rows);
    }
}
