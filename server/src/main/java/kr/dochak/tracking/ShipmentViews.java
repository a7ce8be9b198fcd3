package kr.dochak.tracking;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.database.Sql;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads shipments, their scans and the feed of moves. */
@Repository
class ShipmentViews {

    private static final RowMapper<ShipmentState> STATE = (row, n) -> new ShipmentState(
            new ShipmentId(row.getLong("id")),
            new MallId(row.getLong("tenant_id")),
            new CarrierId(row.getString("carrier")),
            ShipmentStatus.valueOf(row.getString("status")),
            Sql.moment(row, "status_at"),
            reason(row),
            row.getString("place"),
            Sql.moment(row, "last_scan_at"),
            Sql.instant(row, "delivered_at"));

    private static final RowMapper<Move> MOVE = (row, n) -> new Move(
            row.getLong("id"),
            new ShipmentId(row.getLong("shipment_id")),
            new MallId(row.getLong("tenant_id")),
            ShipmentStatus.valueOf(row.getString("from_status")),
            ShipmentStatus.valueOf(row.getString("to_status")),
            reason(row),
            row.getString("place"),
            Sql.moment(row, "occurred_at"),
            Sql.moment(row, "recorded_at"));

    private final JdbcClient jdbc;

    ShipmentViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Move> moves(long afterId, int limit) {
        return jdbc.sql("select * from tracking.move where id > :after order by id limit :limit")
                .param("after", afterId)
                .param("limit", limit)
                .query(MOVE)
                .list();
    }

    List<Move> movesOf(ShipmentId shipmentId) {
        return jdbc.sql("select * from tracking.move where shipment_id = :id order by id")
                .param("id", shipmentId.value())
                .query(MOVE)
                .list();
    }

    Map<ShipmentId, List<CarriedOrder>> ordersOf(Collection<ShipmentId> shipmentIds) {
        record Row(ShipmentId shipmentId, CarriedOrder order) {}
        return jdbc
                .sql("""
                select shipment_id, order_id, lines, pieces from tracking.shipment_order where shipment_id = any(:ids)
                order by shipment_id, order_id
                """)
                .param("ids", Sql.ids(shipmentIds))
                .query((row, n) -> new Row(new ShipmentId(row.getLong("shipment_id")), carried(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::shipmentId, Collectors.mapping(Row::order, Collectors.toList())));
    }

    static CarriedOrder carried(ResultSet row) throws SQLException {
        Array pieces = row.getArray("pieces");
        return new CarriedOrder(
                new OrderId(row.getLong("order_id")),
                integers(row.getArray("lines")),
                pieces == null ? null : integers(pieces));
    }

    private static List<Integer> integers(Array array) throws SQLException {
        return List.of((Integer[]) array.getArray());
    }

    Map<ShipmentId, ShipmentState> states(Collection<ShipmentId> shipmentIds) {
        return jdbc
                .sql("select * from tracking.shipment where id = any(:ids)")
                .param("ids", Sql.ids(shipmentIds))
                .query(STATE)
                .list()
                .stream()
                .collect(Collectors.toMap(ShipmentState::shipmentId, Function.identity()));
    }

    List<ShipmentId> idsOf(Collection<OrderId> orderIds) {
        return jdbc.sql("select shipment_id from tracking.shipment_order where order_id = any(:ids)")
                .param("ids", Sql.ids(orderIds))
                .query((row, n) -> new ShipmentId(row.getLong(1)))
                .list();
    }

    Map<OrderId, List<ShipmentView>> ofOrders(Collection<OrderId> orderIds) {
        List<ShipmentId> ids = idsOf(orderIds);
        Map<OrderId, List<ShipmentView>> byOrder = new HashMap<>();
        for (ShipmentView view : views(ids)) {
            for (CarriedOrder carried : view.orders()) {
                byOrder.computeIfAbsent(carried.orderId(), unused -> new ArrayList<>())
                        .add(view);
            }
        }
        return byOrder;
    }

    Map<ShipmentId, ShipmentView> byIds(Collection<ShipmentId> ids) {
        return views(ids).stream().collect(Collectors.toMap(ShipmentView::shipmentId, Function.identity()));
    }

    List<ShipmentView> olderThanTheirOrders(MallId tenantId, Instant registeredSince, int most) {
        List<ShipmentId> ids = jdbc.sql("""
                select s.id from tracking.parked_scan p
                join tracking.shipment s on s.carrier = p.carrier and s.tracking_number = p.tracking_number
                 and s.retired_at is null
                where p.why = 'BEFORE_REGISTRATION' and p.status = 'DELIVERED' and p.received_at >= :since
                  and s.tenant_id = :tenant and s.scan_count = 0 and s.registered_at >= :since
                  and p.caller_tenant in (0, s.tenant_id)
                order by s.id desc limit :most
                """)
                .param("tenant", tenantId.value())
                .param("since", Sql.at(registeredSince))
                .param("most", most)
                .query((row, n) -> new ShipmentId(row.getLong(1)))
                .list();
        return views(ids).reversed();
    }

    private List<ShipmentView> views(Collection<ShipmentId> ids) {
        Map<ShipmentId, List<CarriedOrder>> carried = ordersOf(ids);
        return jdbc.sql("select * from tracking.shipment where id = any(:ids) order by id")
                .param("ids", Sql.ids(ids))
                .query((row, n) -> new ShipmentView(
                        new ShipmentId(row.getLong("id")),
                        new TrackingNumber(row.getString("tracking_number")),
                        Sql.moment(row, "registered_at"),
                        Objects.requireNonNull(STATE.mapRow(row, n)),
                        carried.getOrDefault(new ShipmentId(row.getLong("id")), List.of())))
                .list();
    }

    Optional<Instant> silentSince(CarrierId carrier) {
        return jdbc.sql("select since from tracking.carrier_outage where carrier = :carrier and cleared_at is null")
                .param("carrier", carrier.value())
                .query((row, n) -> Sql.moment(row, "since"))
                .optional();
    }

    Optional<ShipmentView> view(ShipmentId shipmentId) {
        return views(List.of(shipmentId)).stream().findFirst();
    }

    List<ScanView> scansOf(ShipmentId shipmentId) {
        return jdbc.sql("""
                select c.occurred_at, c.received_at, c.status, c.reason, c.place, c.text,
                       c.status = 'DELIVERED' and c.occurred_at <= coalesce(s.not_delivered_until, '-infinity') as disbelieved
                from tracking.scan c join tracking.shipment s on s.id = c.shipment_id
                where c.shipment_id = :id
                order by c.occurred_at desc, c.received_at desc
                limit 200
                """)
                .param("id", shipmentId.value())
                .query((row, n) -> new ScanView(
                        Sql.moment(row, 1),
                        Sql.moment(row, 2),
                        ShipmentStatus.valueOf(row.getString(3)),
                        reason(row),
                        row.getString(5),
                        row.getString(6),
                        row.getBoolean(7)))
                .list();
    }

    Map<ShipmentId, List<Instant>> scanTimes(Collection<ShipmentId> shipmentIds) {
        record Scanned(ShipmentId shipmentId, Instant at) {}
        return jdbc
                .sql("select shipment_id, occurred_at from tracking.scan where shipment_id = any(:ids) order by 1, 2")
                .param("ids", Sql.ids(shipmentIds))
                .query((row, n) -> new Scanned(new ShipmentId(row.getLong(1)), Sql.moment(row, 2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Scanned::shipmentId, Collectors.mapping(Scanned::at, Collectors.toList())));
    }

    List<ShipmentView> quietReturns(MallId tenantId, Instant sentBackAfter, Instant since, int most) {
        List<ShipmentId> ids = jdbc.sql("""
                select id from tracking.shipment
                where id in (select shipment_id from tracking.move
                             where tenant_id = :tenant and to_status = 'RETURNING' and recorded_at >= :after)
                  and status = 'RETURNING' and last_scan_at < :since
                order by last_scan_at
                limit :most
                """)
                .param("tenant", tenantId.value())
                .param("after", Sql.at(sentBackAfter))
                .param("since", Sql.at(since))
                .param("most", most)
                .query((row, n) -> new ShipmentId(row.getLong(1)))
                .list();
        return views(ids).stream().filter(view -> !view.orders().isEmpty()).toList();
    }

    Optional<ShipmentView> find(MallId tenantId, CarrierId carrier, TrackingNumber trackingNumber) {
        return byNumber(tenantId, trackingNumber).stream()
                .filter(view -> view.state().carrier().equals(carrier))
                .findFirst();
    }

    List<ShipmentView> byNumber(MallId tenantId, TrackingNumber trackingNumber) {
        List<ShipmentId> ids = jdbc.sql("""
                select id from tracking.shipment
                where tracking_number = :number and tenant_id = :tenant
                order by id desc limit 20
                """)
                .param("number", trackingNumber.value())
                .param("tenant", tenantId.value())
                .query((row, n) -> new ShipmentId(row.getLong(1)))
                .list();
        return views(ids).reversed();
    }

    private static @Nullable ScanReason reason(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return reason == null ? null : ScanReason.valueOf(reason);
    }
}
