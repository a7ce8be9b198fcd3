package kr.dochak.promise.making;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.dochak.database.Sql;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.promise.making.PartShares.Line;
import kr.dochak.promise.making.PartShares.Part;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shares what an order costs among its promises, once it travels in parts (see {@link PartShares}). */
@Repository
class PartValues {

    private record Row(
            OrderId orderId, PromiseId promiseId, @Nullable ShipmentId shipmentId, boolean standing) {}

    private final JdbcClient jdbc;
    private final Orders orders;
    private final Tracking tracking;

    PartValues(JdbcClient jdbc, Orders orders, Tracking tracking) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.tracking = tracking;
    }

    /** Those of these orders that travel in parts; to be called with the orders queued for. */
    void share(Collection<OrderId> orderIds) {
        Map<OrderId, List<Row>> parted = parted(orderIds);
        if (parted.isEmpty()) {
            return;
        }
        Map<OrderId, OrderSummary> known = orders.summaries(parted.keySet());
        Map<OrderId, Map<Integer, Long>> won = orders.lineWorth(parted.keySet());
        Map<OrderId, Map<Integer, Integer>> pieces = orders.pieces(parted.keySet());
        Map<OrderId, List<ShipmentView>> shipments = tracking.ofOrders(parted.keySet());
        List<Map.Entry<PromiseId, Long>> values = new ArrayList<>();
        parted.forEach((orderId, rows) -> {
            OrderSummary order = known.get(orderId);
            if (order != null) {
                List<ShipmentView> parcels = shipments.getOrDefault(orderId, List.of());
                Map<Integer, Line> lines =
                        lines(won.getOrDefault(orderId, Map.of()), pieces.getOrDefault(orderId, Map.of()));
                List<Part> parts =
                        rows.stream().map(row -> part(row, lines, parcels)).toList();
                values.addAll(
                        PartShares.shareLines(order.totalWon(), lines, parts).entrySet());
            }
        });
        write(values);
    }

    private static Map<Integer, Line> lines(Map<Integer, Long> won, Map<Integer, Integer> pieces) {
        Map<Integer, Line> lines = new HashMap<>();
        won.forEach((line, worth) -> lines.put(line, new Line(worth, pieces.getOrDefault(line, 1))));
        return lines;
    }

    /** Lines that were taken out of the order are worth nothing, but a part that carries only such is no waiting one. */
    private static Part part(Row row, Map<Integer, Line> lines, List<ShipmentView> parcels) {
        Map<Integer, Integer> pieces = new HashMap<>();
        for (ShipmentView parcel : parcels) {
            if (parcel.shipmentId().equals(row.shipmentId())) {
                parcel.orders().stream()
                        .filter(carried -> carried.orderId().equals(row.orderId()))
                        .forEach(carried -> carried.lines()
                                .forEach(line -> pieces.put(line, pieces(line, carried, lines.get(line)))));
            }
        }
        return new Part(row.promiseId(), pieces, row.standing());
    }

    private static int pieces(int line, CarriedOrder carried, @Nullable Line ordered) {
        return carried.piecesOf(line, ordered == null ? 1 : ordered.pieces());
    }

    private Map<OrderId, List<Row>> parted(Collection<OrderId> orderIds) {
        return jdbc
                .sql("""
                select order_id, id, shipment_id, state <> 'VOID' as standing from promise.promise p
                where order_id = any(:ids)
                  and exists (select from promise.promise q where q.order_id = p.order_id and q.id <> p.id)
                order by order_id, id
                """)
                .param("ids", Sql.ids(orderIds))
                .query((row, n) -> new Row(
                        new OrderId(row.getLong("order_id")),
                        new PromiseId(row.getLong("id")),
                        ShipmentId.ofNullable(row.getObject("shipment_id", Long.class)),
                        row.getBoolean("standing")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::orderId));
    }

    private void write(List<Map.Entry<PromiseId, Long>> values) {
        jdbc.sql("""
                update promise.promise p set total_won = u.won, version = p.version + 1
                from unnest(:ids::bigint[], :won::bigint[]) as u (id, won)
                where p.id = u.id and p.state = 'OPEN' and p.total_won <> u.won
                """)
                .param("ids", Sql.ids(values, Map.Entry::getKey))
                .param("won", Sql.longs(values, Map.Entry::getValue))
                .update();
    }
}
