package kr.dochak.tracking;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.dochak.database.Sql;
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

    /** In the order given; nothing where another mall has the number. */
    List<Optional<Inserted>> insert(List<RegisterShipment> wanted) {
        retire(wanted);
        Map<ShipmentKey, Long> fresh = insertNew(wanted);
        Map<ShipmentKey, Long> known = idsOf(wanted);
        return wanted.stream()
                .map(each -> {
                    ShipmentKey key = new ShipmentKey(each.carrier(), each.trackingNumber());
                    return Optional.ofNullable(known.get(key))
                            .map(id -> new Inserted(factOf(each, new ShipmentId(id)), fresh.remove(key) != null));
                })
                .toList();
    }

    private static RegisteredShipment factOf(RegisterShipment each, ShipmentId id) {
        return new RegisteredShipment(
                id, each.tenantId(), each.carrier(), each.trackingNumber(), each.orders(), each.registeredAt());
    }

    /**
     * Lets go of numbers that carriers give out again (TRK-1). Who had one before has not been scanned for {@link
     * #GIVEN_AGAIN} and carries none of the orders that come now; else it would be the same parcel, registered twice. Its
     * history stays as it is.
     */
    private void retire(List<RegisterShipment> wanted) {
        jdbc.sql("""
                update tracking.shipment s
                set retired_at = w.at, version = s.version + 1
                from (select u.carrier, u.number, u.orders::bigint[] as orders, u.at, u.silent
                      from unnest(:carriers::text[], :numbers::text[], :orders::text[], :at::timestamptz[], :silent::timestamptz[])
                           as u (carrier, number, orders, at, silent)) w
                where s.carrier = w.carrier and s.tracking_number = w.number and s.retired_at is null
                  and s.last_scan_at < w.silent
                  and not exists (
                      select from tracking.shipment_order o where o.shipment_id = s.id and o.order_id = any (w.orders))
                """)
                .param("carriers", Sql.texts(wanted, RegisterShipment::carrier))
                .param("numbers", Sql.texts(wanted, RegisterShipment::trackingNumber))
                .param("orders", Sql.texts(wanted, each -> orders(each.orders())))
                .param("at", Sql.instants(wanted, RegisterShipment::registeredAt))
                .param(
                        "silent",
                        Sql.instants(wanted, each -> each.registeredAt().minus(GIVEN_AGAIN)))
                .update();
    }

    private static String orders(List<CarriedOrder> carried) {
        return carried.stream()
                .map(each -> Long.toString(each.orderId().value()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private Map<ShipmentKey, Long> insertNew(List<RegisterShipment> wanted) {
        Map<ShipmentKey, Long> ids = new HashMap<>();
        jdbc.sql("""
                insert into tracking.shipment
                    (tenant_id, carrier, tracking_number, registered_at, status, status_at, last_scan_at)
                select w.tenant_id, w.carrier, w.number, w.at, 'PENDING', w.at, w.at
                from unnest(:tenants::bigint[], :carriers::text[], :numbers::text[], :at::timestamptz[])
                         as w (tenant_id, carrier, number, at)
                on conflict (carrier, tracking_number) where retired_at is null do nothing
                returning id, carrier, tracking_number
                """)
                .param("tenants", Sql.ids(wanted, RegisterShipment::tenantId))
                .param(
                        "carriers",
                        wanted.stream().map(RegisterShipment::carrier).toArray(String[]::new))
                .param(
                        "numbers",
                        wanted.stream().map(RegisterShipment::trackingNumber).toArray(String[]::new))
                .param("at", Sql.instants(wanted, RegisterShipment::registeredAt))
                .query((row, n) -> ids.put(new ShipmentKey(row.getString(2), row.getString(3)), row.getLong(1)))
                .list();
        return ids;
    }

    private Map<ShipmentKey, Long> idsOf(List<RegisterShipment> wanted) {
        Map<ShipmentKey, Long> ids = new HashMap<>();
        jdbc.sql("""
                select s.id, s.carrier, s.tracking_number
                from unnest(:tenants::bigint[], :carriers::text[], :numbers::text[]) as u (tenant_id, carrier, number)
                join tracking.shipment s on s.carrier = u.carrier and s.tracking_number = u.number
                 and s.retired_at is null and s.tenant_id = u.tenant_id
                """)
                .param("tenants", Sql.ids(wanted, RegisterShipment::tenantId))
                .param(
                        "carriers",
                        wanted.stream().map(RegisterShipment::carrier).toArray(String[]::new))
                .param(
                        "numbers",
                        wanted.stream().map(RegisterShipment::trackingNumber).toArray(String[]::new))
                .query((row, n) -> ids.put(new ShipmentKey(row.getString(2), row.getString(3)), row.getLong(1)))
                .list();
        return ids;
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
                insert into tracking.shipment_order (shipment_id, order_id, lines)
                select u.shipment_id, u.order_id, u.lines::int[]
                from unnest(:shipments::bigint[], :orders::bigint[], :lines::text[]) as u (shipment_id, order_id, lines)
                on conflict do nothing
                returning shipment_id, order_id, lines
                """)
                .param("shipments", Sql.ids(rows, Row::shipmentId))
                .param("orders", Sql.ids(rows, r -> r.order().orderId()))
                .param(
                        "lines",
                        rows.stream().map(r -> literal(r.order().lines())).toArray(String[]::new))
                .query((row, n) -> new Row(
                        new ShipmentId(row.getLong(1)),
                        new CarriedOrder(new OrderId(row.getLong(2)), ShipmentViews.lines(row))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::shipmentId, Collectors.mapping(Row::order, Collectors.toList())));
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
                .param(
                        "carriers",
                        fresh.stream().map(RegisteredShipment::carrier).toArray(String[]::new))
                .param(
                        "numbers",
                        fresh.stream().map(RegisteredShipment::trackingNumber).toArray(String[]::new))
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
