package kr.dochak.promise.making;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.database.Sql;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingFact.RegisteredShipment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Ties promises to shipments in a few statements for any number of them: part shipments split off first, then the one that
 * carries what was left takes the order's promise, and a shipment whose order has no waiting promise left gets a copy of one
 * that still holds (ORD-3). A parcel sent in place of one whose number was cancelled gets the same promise, and one that is
 * sent after all others have ended gets a new one.
 */
@Repository
class PromiseAttachment {

    private record Tie(
            ShipmentId shipmentId, CarrierId carrier, Instant readyAt, OrderId orderId, int lines, int rest) {}

    private final JdbcClient jdbc;
    private final Standing standing;
    private final OpenLines openLines;
    private final LaterPromises later;

    PromiseAttachment(JdbcClient jdbc, Standing standing, OpenLines openLines, LaterPromises later) {
        this.jdbc = jdbc;
        this.standing = standing;
        this.openLines = openLines;
        this.later = later;
    }

    /**
     * To be called with the orders queued for. A parcel of an order that does not stand gets no promise.
     *
     * @return true when an order now travels in parts
     */
    boolean attach(List<RegisteredShipment> shipments, Instant now) {
        List<Tie> ties = ties(shipments);
        if (ties.isEmpty()) {
            return false;
        }
        boolean parts = split(ties, now) > 0;
        if (take(ties, now) == ties.size()) {
            return parts;
        }
        parts |= copy(ties, now) > 0;
        parts |= replace(ties, now) > 0;
        return promiseAnew(ties) || parts;
    }

    private List<Tie> ties(List<RegisteredShipment> shipments) {
        Set<OrderId> orderIds = new LinkedHashSet<>();
        shipments.forEach(s -> s.orders().stream().map(CarriedOrder::orderId).forEach(orderIds::add));
        Set<OrderId> wanted = standing.of(orderIds);
        Map<OrderId, OpenLines.Lines> open = openLines.of(wanted);
        Map<List<Object>, Tie> ties = new LinkedHashMap<>();
        for (RegisteredShipment shipment : shipments) {
            for (CarriedOrder carried : shipment.orders()) {
                if (wanted.contains(carried.orderId())) {
                    int rest = open.getOrDefault(carried.orderId(), OpenLines.Lines.NONE)
                            .open()
                            .size();
                    ties.putIfAbsent(
                            List.of(shipment.shipmentId(), carried.orderId()),
                            new Tie(
                                    shipment.shipmentId(),
                                    shipment.carrier(),
                                    shipment.registeredAt(),
                                    carried.orderId(),
                                    Math.max(1, carried.lines().size()),
                                    rest));
                }
            }
        }
        return List.copyOf(ties.values());
    }

    /** All but the parcel that carries what was left share the waiting promise; so does that one while lines still wait. */
    private int split(List<Tie> ties, Instant now) {
        return bind(jdbc.sql("""
                with part as (
                    select u.*, row_number() over (partition by u.order_id order by u.shipment_id desc) as from_last
                    from unnest(:orders::bigint[], :shipments::bigint[], :carriers::text[], :lines::int[], :rests::int[],
                                :ready::timestamptz[])
                        as u (order_id, shipment_id, carrier, lines, rest, ready_at)
                    where not exists (select from promise.promise q
                                      where q.order_id = u.order_id and q.shipment_id = u.shipment_id)
                ), split as (
                    insert into promise.promise
                        (tenant_id, order_id, shipment_id, open_lines, person_id, origin, destination, carrier, total_won,
                         confirmed_at, promised_from, promised_to, timed, p10, p50, p90, basis, told_p50, stage, stage_at,
                         ready_at, delay_kind, delay_cause, certain_at, found_at, lost_part, lost_place, lost_toward,
                         lost_from, lost_until, lost_usual, next_check_at, ordered_at, split_of, split_at)
                    select p.tenant_id, p.order_id, part.shipment_id, part.lines, p.person_id, p.origin, p.destination,
                           part.carrier, p.total_won, p.confirmed_at, p.promised_from, p.promised_to, p.timed, p.p10,
                           p.p50, p.p90, p.basis, p.told_p50, p.stage, p.stage_at,
                           part.ready_at, p.delay_kind, p.delay_cause,
                           p.certain_at, p.found_at, p.lost_part, p.lost_place, p.lost_toward, p.lost_from,
                           p.lost_until, p.lost_usual, :now, p.ordered_at, p.id, :now
                    from part join promise.promise p on p.order_id = part.order_id and p.shipment_id is null
                    where p.state = 'OPEN' and (part.rest > 0 or part.from_last > 1)
                    on conflict (order_id, shipment_id) do nothing
                    returning order_id
                )
                update promise.promise p
                set open_lines = greatest(1, s.rest), version = p.version + 1
                from (select distinct part.order_id, part.rest from split join part on part.order_id = split.order_id) s
                where p.order_id = s.order_id and p.shipment_id is null and p.state = 'OPEN'
                """), ties, now).update();
    }

    private int take(List<Tie> ties, Instant now) {
        return bind(jdbc.sql("""
                update promise.promise p
                set shipment_id = t.shipment_id, carrier = t.carrier,
                    ready_at = t.ready_at,
                    next_check_at = :now, version = p.version + 1
                from (select distinct on (u.order_id) u.* from
                          unnest(:orders::bigint[], :shipments::bigint[], :carriers::text[], :rests::int[], :ready::timestamptz[])
                              as u (order_id, shipment_id, carrier, rest, ready_at)
                      where u.rest = 0
                        and not exists (select from promise.promise q
                                        where q.order_id = u.order_id and q.shipment_id = u.shipment_id)
                      order by u.order_id, u.shipment_id desc) t
                where p.order_id = t.order_id and p.shipment_id is null and p.state = 'OPEN'
                """), ties, now).update();
    }

    /** Parcels in place of those whose number was cancelled before anybody picked them up. */
    private int replace(List<Tie> ties, Instant now) {
        return copy(ties, true, now);
    }

    private int copy(List<Tie> ties, Instant now) {
        return copy(ties, false, now);
    }

    private int copy(List<Tie> ties, boolean ofWithdrawn, Instant now) {
        return bind(jdbc.sql("""
                insert into promise.promise
                    (tenant_id, order_id, shipment_id, open_lines, person_id, origin, destination, carrier, total_won,
                     confirmed_at, promised_from, promised_to, timed, p10, p50, p90, basis, told_p50, stage, stage_at,
                     next_check_at, ordered_at, split_of, split_at)
                select distinct on (u.order_id, u.shipment_id)
                       p.tenant_id, p.order_id, u.shipment_id, greatest(1, u.lines), p.person_id, p.origin,
                       p.destination, u.carrier, p.total_won, p.confirmed_at, p.promised_from, p.promised_to, p.timed,
                       p.p10, p.p50, p.p90, p.basis, p.told_p50, 'ORDERED', p.confirmed_at, :now,
                       p.ordered_at, p.id, :now
                from unnest(:orders::bigint[], :shipments::bigint[], :carriers::text[], :lines::int[])
                         as u (order_id, shipment_id, carrier, lines)
                join promise.promise p on p.order_id = u.order_id
                 and case when :ofWithdrawn then p.state = 'VOID' and p.stage = 'ORDERED' and p.shipment_id is not null
                          else p.state = 'OPEN' end
                where not exists (select from promise.promise q
                                  where q.order_id = u.order_id and q.shipment_id = u.shipment_id)
                order by u.order_id, u.shipment_id, p.id
                on conflict (order_id, shipment_id) do nothing
                """), ties, now).param("ofWithdrawn", ofWithdrawn).update();
    }

    /** Parcels of orders whose promises have all ended: what they bring was not promised before. */
    private boolean promiseAnew(List<Tie> ties) {
        List<Tie> anew = jdbc.sql("""
                select u.place
                from unnest(:orders::bigint[], :shipments::bigint[]) with ordinality as u (order_id, shipment_id, place)
                where exists (select from promise.promise q where q.order_id = u.order_id)
                  and not exists (select from promise.promise q
                                  where q.order_id = u.order_id and q.shipment_id = u.shipment_id)
                order by u.place
                """)
                .param("orders", Sql.ids(ties, Tie::orderId))
                .param("shipments", Sql.ids(ties, Tie::shipmentId))
                .query((row, n) -> ties.get(row.getInt(1) - 1))
                .list();
        anew.forEach(tie -> later.ofParcel(tie.orderId(), tie.shipmentId(), tie.carrier(), tie.lines()));
        return !anew.isEmpty();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, List<Tie> ties, Instant now) {
        return statement
                .param("orders", Sql.ids(ties, Tie::orderId))
                .param("shipments", Sql.ids(ties, Tie::shipmentId))
                .param("carriers", Sql.texts(ties, tie -> tie.carrier().value()))
                .param("lines", Sql.ints(ties, Tie::lines))
                .param("rests", Sql.ints(ties, Tie::rest))
                .param("ready", Sql.instants(ties, Tie::readyAt))
                .param("now", Sql.at(now));
    }
}
