package kr.dochak.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.database.Sql;
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
            row.getString("carrier"),
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
                select shipment_id, order_id, lines from tracking.shipment_order where shipment_id = any(:ids)
                order by shipment_id, order_id
                """)
                .param("ids", Sql.ids(shipmentIds))
                .query((row, n) -> new Row(
                        new ShipmentId(row.getLong(1)), new CarriedOrder(new OrderId(row.getLong(2)), lines(row))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::shipmentId, Collectors.mapping(Row::order, Collectors.toList())));
    }

    static List<Integer> lines(ResultSet row) throws SQLException {
        return Arrays.asList((Integer[]) row.getArray("lines").getArray());
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

    private List<ShipmentView> views(Collection<ShipmentId> ids) {
        Map<ShipmentId, List<CarriedOrder>> carried = ordersOf(ids);
        return jdbc.sql("select * from tracking.shipment where id = any(:ids) order by id")
                .param("ids", Sql.ids(ids))
                .query((row, n) -> new ShipmentView(
                        new ShipmentId(row.getLong("id")),
                        row.getString("tracking_number"),
                        Sql.moment(row, "registered_at"),
                        Objects.requireNonNull(STATE.mapRow(row, n)),
                        carried.getOrDefault(new ShipmentId(row.getLong("id")), List.of())))
                .list();
    }

    List<ScanView> scansOf(ShipmentId shipmentId) {
        return jdbc.sql("""
                select occurred_at, received_at, status, reason, place, text
                from tracking.scan where shipment_id = :id
                order by occurred_at desc, received_at desc
                limit 200
                """)
                .param("id", shipmentId.value())
                .query((row, n) -> new ScanView(
                        Sql.moment(row, 1),
                        Sql.moment(row, 2),
                        ShipmentStatus.valueOf(row.getString(3)),
                        reason(row),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    Optional<ShipmentView> find(MallId tenantId, String carrier, String trackingNumber) {
        return byNumber(tenantId, trackingNumber).stream()
                .filter(view -> view.state().carrier().equals(carrier))
                .findFirst();
    }

    List<ShipmentView> byNumber(MallId tenantId, String trackingNumber) {
        List<ShipmentId> ids = jdbc.sql("""
                select id from tracking.shipment
                where tracking_number = :number and tenant_id = :tenant
                order by id desc limit 20
                """)
                .param("number", trackingNumber)
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
