package kr.dochak.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.database.Sql;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingFact.RegisteredShipment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Registers shipments. {@link ShipmentViews} reads them, and {@code ScanRepository} writes their scans. */
@Repository
class ShipmentRepository {

    /** A shipment after insert: new, or known before. */
    record Inserted(RegisteredShipment fact, boolean isNew) {}

    /** No carrier gives a number out again sooner; a parcel on its way is not silent for so long. */
    private static final Duration GIVEN_AGAIN = Duration.ofDays(90);

    private final JdbcClient jdbc;

    ShipmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A mall and the number that it registered: another mall may have the same. */
    private record Owned(MallId tenantId, ShipmentKey key) {

        static Owned of(RegisterShipment wanted) {
            return new Owned(wanted.tenantId(), new ShipmentKey(wanted.carrier(), wanted.trackingNumber()));
        }
    }

    /** In the order given. */
    List<Inserted> insert(List<RegisterShipment> wanted) {
        retire(wanted);
        Map<Owned, Long> fresh = insertNew(wanted);
        Map<Owned, Long> known = idsOf(wanted);
        return wanted.stream()
                .map(each -> {
                    Owned owned = Owned.of(each);
                    ShipmentId id = new ShipmentId(Objects.requireNonNull(known.get(owned)));
                    return new Inserted(factOf(each, id), fresh.remove(owned) != null);
                })
                .toList();
    }

    private static RegisteredShipment factOf(RegisterShipment each, ShipmentId id) {
        return new RegisteredShipment(
                id, each.tenantId(), each.carrier(), each.trackingNumber(), each.orders(), each.registeredAt());
    }

    /**
     * Lets go of numbers that carriers give out again (TRK-1); the former parcel's history stays as it is. It has not
     * been scanned for {@link #GIVEN_AGAIN} and carries none of the orders that come now; else it would be the same
     * parcel, registered twice.
     *
     * <p>Another mall's parcel lets go only when its way had ended.
     */
    private void retire(List<RegisterShipment> wanted) {
        jdbc.sql("""
                update tracking.shipment s
                set retired_at = w.at, version = s.version + 1
                from (select u.tenant_id, u.carrier, u.number, u.orders::bigint[] as orders, u.at, u.silent
                      from unnest(:tenants::bigint[], :carriers::text[], :numbers::text[], :orders::text[],
                                  :at::timestamptz[], :silent::timestamptz[])
                           as u (tenant_id, carrier, number, orders, at, silent)) w
                where s.carrier = w.carrier and s.tracking_number = w.number and s.retired_at is null
                  and s.last_scan_at < w.silent
                  and (s.tenant_id = w.tenant_id or s.status in ('DELIVERED', 'RETURNED', 'CANCELLED'))
                  and not exists (
                      select from tracking.shipment_order o where o.shipment_id = s.id and o.order_id = any (w.orders))
                """)
                .param("tenants", Sql.ids(wanted, RegisterShipment::tenantId))
                .param("carriers", Sql.texts(wanted, each -> each.carrier().value()))
                .param(
                        "numbers",
                        Sql.texts(wanted, each -> each.trackingNumber().value()))
                .param("orders", Sql.texts(wanted, each -> orders(each.orders())))
                .param("at", Sql.instants(wanted, RegisterShipment::registeredAt))
                .param(
                        "silent",
                        Sql.instants(wanted, each -> each.registeredAt().minus(GIVEN_AGAIN)))
                .update();
    }

    private static Owned owned(ResultSet row) throws SQLException {
        return new Owned(
                new MallId(row.getLong(2)),
                new ShipmentKey(new CarrierId(row.getString(3)), new TrackingNumber(row.getString(4))));
    }

    private static String orders(List<CarriedOrder> carried) {
        return carried.stream()
                .map(each -> Long.toString(each.orderId().value()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private Map<Owned, Long> insertNew(List<RegisterShipment> wanted) {
        Map<Owned, Long> ids = new HashMap<>();
        jdbc.sql("""
                insert into tracking.shipment
                    (tenant_id, carrier, tracking_number, registered_at, status, status_at, last_scan_at, not_before)
                select w.tenant_id, w.carrier, w.number, w.at, 'PENDING', w.at, w.at, w.not_before
                from unnest(:tenants::bigint[], :carriers::text[], :numbers::text[], :at::timestamptz[],
                            :notBefore::timestamptz[])
                         as w (tenant_id, carrier, number, at, not_before)
                on conflict (carrier, tracking_number, tenant_id) where retired_at is null do nothing
                returning id, tenant_id, carrier, tracking_number
                """)
                .param("tenants", Sql.ids(wanted, RegisterShipment::tenantId))
                .param("carriers", Sql.texts(wanted, each -> each.carrier().value()))
                .param(
                        "numbers",
                        Sql.texts(wanted, each -> each.trackingNumber().value()))
                .param("at", Sql.instants(wanted, RegisterShipment::registeredAt))
                .param("notBefore", Sql.instants(wanted, RegisterShipment::notBefore))
                .query((row, n) -> ids.put(owned(row), row.getLong(1)))
                .list();
        return ids;
    }

    private Map<Owned, Long> idsOf(List<RegisterShipment> wanted) {
        Map<Owned, Long> ids = new HashMap<>();
        jdbc.sql("""
                select s.id, s.tenant_id, s.carrier, s.tracking_number
                from unnest(:tenants::bigint[], :carriers::text[], :numbers::text[]) as u (tenant_id, carrier, number)
                join tracking.shipment s on s.carrier = u.carrier and s.tracking_number = u.number
                 and s.retired_at is null and s.tenant_id = u.tenant_id
                """)
                .param("tenants", Sql.ids(wanted, RegisterShipment::tenantId))
                .param("carriers", Sql.texts(wanted, each -> each.carrier().value()))
                .param(
                        "numbers",
                        Sql.texts(wanted, each -> each.trackingNumber().value()))
                .query((row, n) -> ids.put(owned(row), row.getLong(1)))
                .list();
        return ids;
    }

    /**
     * Of these shipments, all known before, those that do not carry all of their orders and take none in any more. They are
     * locked, so that none leaves until the end of the transaction.
     */
    Set<ShipmentId> closedTo(List<RegisteredShipment> known) {
        if (known.isEmpty()) {
            return Set.of();
        }
        Set<ShipmentId> left = new HashSet<>(jdbc
                .sql("""
                select id, status from tracking.shipment where id = any(:ids) order by id for no key update
                """)
                .param("ids", Sql.ids(known, RegisteredShipment::shipmentId))
                .query((row, n) -> new Status(new ShipmentId(row.getLong("id")), row.getString("status")))
                .list()
                .stream()
                .filter(each -> ShipmentStatus.valueOf(each.status()).rank() >= ShipmentStatus.PICKED_UP.rank())
                .map(Status::shipmentId)
                .toList());
        left.removeIf(id -> known.stream()
                .filter(each -> each.shipmentId().equals(id))
                .allMatch(each -> carries(id, each.orders())));
        return left;
    }

    private record Status(ShipmentId shipmentId, String status) {}

    private boolean carries(ShipmentId shipmentId, List<CarriedOrder> orders) {
        return jdbc.sql("""
                select not exists (
                    select from unnest(:orders::bigint[]) as u (id)
                    where not exists (select from tracking.shipment_order o
                                      where o.shipment_id = :shipment and o.order_id = u.id))
                """)
                .param("orders", Sql.ids(orders, CarriedOrder::orderId))
                .param("shipment", shipmentId.value())
                .query(Boolean.class)
                .single();
    }

    /** Adds orders to shipments that were known before; answers what is new, with only the orders that were added. */
    List<RegisteredShipment> join(List<RegisteredShipment> known) {
        if (known.isEmpty()) {
            return List.of();
        }
        Map<ShipmentId, List<CarriedOrder>> added = carry(known);
        return known.stream()
                .filter(shipment -> added.containsKey(shipment.shipmentId()))
                .map(shipment -> new RegisteredShipment(
                        shipment.shipmentId(),
                        shipment.tenantId(),
                        shipment.carrier(),
                        shipment.trackingNumber(),
                        Objects.requireNonNull(added.remove(shipment.shipmentId())),
                        shipment.registeredAt()))
                .toList();
    }

    /** Notes what shipments carry; answers by shipment what was not known before. */
    Map<ShipmentId, List<CarriedOrder>> carry(List<RegisteredShipment> shipments) {
        record Row(ShipmentId shipmentId, CarriedOrder order) {}
        List<Row> rows = shipments.stream()
                .flatMap(s -> s.orders().stream().map(o -> new Row(s.shipmentId(), o)))
                .toList();
        return jdbc
                .sql("""
                insert into tracking.shipment_order (shipment_id, order_id, lines, pieces)
                select u.shipment_id, u.order_id, u.lines::int[], u.pieces::int[]
                from unnest(:shipments::bigint[], :orders::bigint[], :lines::text[], :pieces::text[])
                    as u (shipment_id, order_id, lines, pieces)
                on conflict do nothing
                returning shipment_id, order_id, lines, pieces
                """)
                .param("shipments", Sql.ids(rows, Row::shipmentId))
                .param("orders", Sql.ids(rows, r -> r.order().orderId()))
                .param(
                        "lines",
                        rows.stream().map(r -> literal(r.order().lines())).toArray(String[]::new))
                .param(
                        "pieces",
                        Sql.texts(
                                rows,
                                r -> r.order().pieces() == null
                                        ? null
                                        : literal(r.order().pieces())))
                .query((row, n) -> new Row(new ShipmentId(row.getLong(1)), ShipmentViews.carried(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::shipmentId, Collectors.mapping(Row::order, Collectors.toList())));
    }

    /** Writes down which lines a whole order had; a parcel that names its lines stays as it is. */
    void nameLines(OrderId orderId, Collection<Integer> lines) {
        jdbc.sql("""
                update tracking.shipment_order set lines = :lines::int[] where order_id = :order and lines = '{}'
                """)
                .param("order", orderId.value())
                .param("lines", literal(List.copyOf(lines)))
                .update();
    }

    private static String literal(List<Integer> lines) {
        return lines.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /** Notes which of these numbers have scans waiting; {@code ParkedScans} takes it from there. */
    void unpark(List<RegisteredShipment> fresh) {
        jdbc.sql("""
                insert into tracking.unparking (carrier, tracking_number)
                select distinct p.carrier, p.tracking_number
                from unnest(:carriers::text[], :numbers::text[]) as u (carrier, number)
                join tracking.parked_scan p on p.carrier = u.carrier and p.tracking_number = u.number
                on conflict do nothing
                """)
                .param("carriers", Sql.texts(fresh, each -> each.carrier().value()))
                .param("numbers", Sql.texts(fresh, each -> each.trackingNumber().value()))
                .update();
    }

    /** Whoever is about to call one of them calm has read it before this, and fails by its version. */
    void tellNext(Collection<ShipmentId> shipmentIds) {
        if (!shipmentIds.isEmpty()) {
            jdbc.sql("""
                    update tracking.shipment set calm_until = null, version = version + 1 where id = any(:ids)
                    """).param("ids", Sql.ids(shipmentIds)).update();
        }
    }
}
