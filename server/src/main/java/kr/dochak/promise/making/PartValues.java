package kr.dochak.promise.making;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.database.Sql;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
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
        Map<OrderId, Map<Integer, Long>> lines = orders.lineWorth(parted.keySet());
        Map<OrderId, List<ShipmentView>> shipments = tracking.ofOrders(parted.keySet());
        List<Map.Entry<PromiseId, Long>> values = new ArrayList<>();
        parted.forEach((orderId, rows) -> {
            OrderSummary order = known.get(orderId);
            if (order != null) {
                List<ShipmentView> parcels = shipments.getOrDefault(orderId, List.of());
                List<Part> parts = rows.stream().map(row -> part(row, parcels)).toList();
                values.addAll(PartShares.share(order.totalWon(), lines.getOrDefault(orderId, Map.of()), parts)
                        .entrySet());
            }
        });
        write(values);
    }

    private static Part part(Row row, List<ShipmentView> parcels) {
        Set<Integer> lines = new HashSet<>();
        for (ShipmentView parcel : parcels) {
            if (parcel.shipmentId().equals(row.shipmentId())) {
                parcel.orders().stream()
                        .filter(carried -> carried.orderId().equals(row.orderId()))
                        .map(CarriedOrder::lines)
                        .forEach(lines::addAll);
            }
        }
        return new Part(row.promiseId(), lines, row.standing());
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
