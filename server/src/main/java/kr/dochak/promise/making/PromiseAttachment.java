package kr.dochak.promise.making;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import kr.dochak.database.Sql;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingFact.RegisteredShipment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Ties promises to shipments in three statements for any number of them: part shipments split off first, then a whole
 * one, or the part that carries what is left, takes the order's promise, and a shipment whose order has no waiting
 * promise left gets a copy of it (ORD-3). A parcel sent in place of one whose number was cancelled gets the same promise.
 */
@Repository
class PromiseAttachment {

    private record Tie(ShipmentId shipmentId, String carrier, Instant readyAt, OrderId orderId, int lines) {}

    private final JdbcClient jdbc;

    PromiseAttachment(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param standing of these orders, those that were not cancelled; asked only when a number was withdrawn
     * @return true when an order now travels in parts
     */
    boolean attach(List<RegisteredShipment> shipments, Function<Set<OrderId>, Set<OrderId>> standing, Instant now) {
        List<Tie> ties = new ArrayList<>();
        for (RegisteredShipment shipment : shipments) {
            for (CarriedOrder carried : shipment.orders()) {
                ties.add(new Tie(
                        shipment.shipmentId(),
                        shipment.carrier(),
                        shipment.registeredAt(),
                        carried.orderId(),
                        carried.lines().size()));
            }
        }
        if (ties.isEmpty()) {
            return false;
        }
        boolean parts = split(ties, now) > 0;
        if (take(ties, now) == ties.size()) {
            return parts;
        }
        parts |= copy(ties, now) > 0;
        return replace(ties, standing, now) > 0 || parts;
    }

    private int split(List<Tie> ties, Instant now) {
        List<Tie> parts = ties.stream().filter(tie -> tie.lines() > 0).toList();
        if (parts.isEmpty()) {
            return 0;
        }
        return bind(jdbc.sql("""
                with part as (
                    select u.*, sum(u.lines) over (partition by u.order_id order by u.shipment_id) as so_far
                    from unnest(:orders::bigint[], :shipments::bigint[], :carriers::text[], :lines::int[], :ready::timestamptz[])
                        as u (order_id, shipment_id, carrier, lines, ready_at)
                    where not exists (select from promise.promise q
                                      where q.order_id = u.order_id and q.shipment_id = u.shipment_id)
                ), split as (
                    insert into promise.promise
                        (tenant_id, order_id, shipment_id, open_lines, person_id, origin, destination, carrier, total_won,
                         confirmed_at, promised_from, promised_to, timed, p10, p50, p90, basis, told_p50, stage, stage_at,
                         ready_at, delay_kind, delay_cause, certain_at, found_at, next_check_at)
                    select p.tenant_id, p.order_id, part.shipment_id, part.lines, p.person_id, p.origin, p.destination,
                           part.carrier, p.total_won, p.confirmed_at, p.promised_from, p.promised_to, p.timed, p.p10,
                           p.p50, p.p90, p.basis, p.told_p50, p.stage, p.stage_at,
                           part.ready_at, p.delay_kind, p.delay_cause,
                           p.certain_at, p.found_at, :now
                    from part join promise.promise p on p.order_id = part.order_id and p.shipment_id is null
                    where p.open_lines > part.so_far and p.state = 'OPEN'
                    on conflict (order_id, shipment_id) do nothing
                    returning order_id, open_lines
                )
                update promise.promise p
                set open_lines = greatest(1, p.open_lines - s.lines), version = p.version + 1
                from (select order_id, sum(open_lines)::int as lines from split group by order_id) s
                where p.order_id = s.order_id and p.shipment_id is null
                """), parts, now).update();
    }

    private int take(List<Tie> ties, Instant now) {
        return bind(jdbc.sql("""
                update promise.promise p
                set shipment_id = t.shipment_id, carrier = t.carrier,
                    ready_at = t.ready_at,
                    next_check_at = :now, version = p.version + 1
                from (select distinct on (u.order_id) u.* from
                          unnest(:orders::bigint[], :shipments::bigint[], :carriers::text[], :lines::int[], :ready::timestamptz[])
                              as u (order_id, shipment_id, carrier, lines, ready_at)
                      where not exists (select from promise.promise q
                                        where q.order_id = u.order_id and q.shipment_id = u.shipment_id)
                      order by u.order_id, u.shipment_id) t
                where p.order_id = t.order_id and p.shipment_id is null and p.state = 'OPEN'
                  and (t.lines = 0 or t.lines >= p.open_lines)
                """), ties, now).update();
    }

    /** Parcels in place of those whose number was cancelled before anybody picked them up. */
    private int replace(List<Tie> ties, Function<Set<OrderId>, Set<OrderId>> standing, Instant now) {
        Set<OrderId> withdrawn = withdrawn(ties);
        if (withdrawn.isEmpty()) {
            return 0;
        }
        Set<OrderId> wanted = standing.apply(withdrawn);
        List<Tie> again =
                ties.stream().filter(tie -> wanted.contains(tie.orderId())).toList();
        return again.isEmpty() ? 0 : copy(again, true, now);
    }

    /** The orders of these shipments of which every promise was withdrawn, while the shipment itself has none. */
    private Set<OrderId> withdrawn(List<Tie> ties) {
        return new HashSet<>(jdbc.sql("""
                select distinct u.order_id
                from unnest(:orders::bigint[], :shipments::bigint[]) as u (order_id, shipment_id)
                where not exists (select from promise.promise q
                                  where q.order_id = u.order_id and q.shipment_id = u.shipment_id)
                  and exists (select from promise.promise p
                              where p.order_id = u.order_id and p.state = 'VOID' and p.stage = 'ORDERED')
                """)
                .param("orders", Sql.ids(ties, Tie::orderId))
                .param("shipments", Sql.ids(ties, Tie::shipmentId))
                .query((row, n) -> new OrderId(row.getLong(1)))
                .list());
    }

    private int copy(List<Tie> ties, Instant now) {
        return copy(ties, false, now);
    }

    private int copy(List<Tie> ties, boolean ofWithdrawn, Instant now) {
        return bind(jdbc.sql("""
                insert into promise.promise
                    (tenant_id, order_id, shipment_id, open_lines, person_id, origin, destination, carrier, total_won,
                     confirmed_at, promised_from, promised_to, timed, p10, p50, p90, basis, told_p50, stage, stage_at,
                     next_check_at)
                select distinct on (u.order_id, u.shipment_id)
                       p.tenant_id, p.order_id, u.shipment_id, greatest(1, u.lines), p.person_id, p.origin,
                       p.destination, u.carrier, p.total_won, p.confirmed_at, p.promised_from, p.promised_to, p.timed,
                       p.p10, p.p50, p.p90, p.basis, p.told_p50, 'ORDERED', p.confirmed_at, :now
                from unnest(:orders::bigint[], :shipments::bigint[], :carriers::text[], :lines::int[])
                         as u (order_id, shipment_id, carrier, lines)
                join promise.promise p on p.order_id = u.order_id
                 and (p.state <> 'VOID' or (:ofWithdrawn and p.stage = 'ORDERED'))
                where not exists (select from promise.promise q
                                  where q.order_id = u.order_id and q.shipment_id = u.shipment_id)
                order by u.order_id, u.shipment_id, p.id
                on conflict (order_id, shipment_id) do nothing
                """), ties, now).param("ofWithdrawn", ofWithdrawn).update();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, List<Tie> ties, Instant now) {
        return statement
                .param("orders", Sql.ids(ties, Tie::orderId))
                .param("shipments", Sql.ids(ties, Tie::shipmentId))
                .param("carriers", Sql.texts(ties, Tie::carrier))
                .param("lines", Sql.ints(ties, Tie::lines))
                .param("ready", Sql.instants(ties, Tie::readyAt))
                .param("now", Sql.at(now));
    }
}
