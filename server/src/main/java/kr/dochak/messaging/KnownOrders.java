package kr.dochak.messaging;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.promise.PromiseFact.Made;
import kr.dochak.shared.TimeWindow;
import kr.dochak.tracking.TrackingFact.RegisteredShipment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What this module remembers of orders and parcels from the facts about them; facts may come in any order. */
@Repository
class KnownOrders {

    private final JdbcClient jdbc;

    KnownOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void confirmed(List<PlacedOrder> orders) {
        List<PlacedOrder> sorted = sorted(orders, PlacedOrder::orderId);
        jdbc.sql("""
                insert into messaging.known_order (order_id, tenant_id, person_id, order_no)
                select * from unnest(:order::bigint[], :tenant::bigint[], :person::bigint[], :no::text[])
                on conflict (order_id) do update set order_no = excluded.order_no
                """)
                .param("order", numbers(sorted, PlacedOrder::orderId))
                .param("tenant", numbers(sorted, PlacedOrder::tenantId))
                .param("person", numbers(sorted, PlacedOrder::personId))
                .param("no", texts(sorted, PlacedOrder::orderNo))
                .update();
    }

    /** The first window; one that was told later is not overwritten by a fact that comes late or twice. */
    void promised(List<Made> promises) {
        List<Made> sorted = sorted(promises, Made::orderId).stream()
                .collect(java.util.stream.Collectors.toMap(Made::orderId, m -> m, (a, b) -> b, java.util.TreeMap::new))
                .values()
                .stream()
                .toList();
        jdbc.sql("""
                insert into messaging.known_order (order_id, tenant_id, person_id, window_from, window_to)
                select * from unnest(:order::bigint[], :tenant::bigint[], :person::bigint[], :from::text[]::timestamptz[],
                    :to::text[]::timestamptz[])
                on conflict (order_id) do update set window_from = excluded.window_from, window_to = excluded.window_to
                where known_order.window_to is null
                """)
                .param("order", numbers(sorted, Made::orderId))
                .param("tenant", numbers(sorted, Made::tenantId))
                .param("person", numbers(sorted, Made::personId))
                .param("from", texts(sorted, m -> m.promised().from().toString()))
                .param("to", texts(sorted, m -> m.promised().to().toString()))
                .update();
    }

    /** The customer now knows of another window. */
    void told(List<Told> windows) {
        jdbc.sql("""
                update messaging.known_order k set window_from = u.w_from, window_to = u.w_to
                from (select * from unnest(:order::bigint[], :from::text[]::timestamptz[], :to::text[]::timestamptz[])
                      as u (order_id, w_from, w_to) order by 1) u
                where k.order_id = u.order_id
                """)
                .param("order", numbers(windows, Told::orderId))
                .param("from", texts(windows, t -> t.window().from().toString()))
                .param("to", texts(windows, t -> t.window().to().toString()))
                .update();
    }

    record Told(long orderId, TimeWindow window) {}

    void registered(List<RegisteredShipment> shipments) {
        record Pair(long shipmentId, long orderId) {}
        List<Pair> pairs = shipments.stream()
                .flatMap(shipment -> shipment.orders().stream()
                        .map(order -> new Pair(shipment.shipmentId(), order.orderId())))
                .toList();
        jdbc.sql("""
                insert into messaging.parcel (shipment_id, order_id)
                select * from unnest(:shipment::bigint[], :order::bigint[])
                on conflict do nothing
                """)
                .param("shipment", numbers(pairs, Pair::shipmentId))
                .param("order", numbers(pairs, Pair::orderId))
                .update();
    }

    /** The orders that these shipments carry, as far as both are known. */
    List<Carried> carriedBy(Collection<Long> shipmentIds) {
        return jdbc.sql("""
                select p.shipment_id, k.order_id, k.tenant_id, k.person_id, k.window_from, k.window_to
                from messaging.parcel p join messaging.known_order k using (order_id)
                where p.shipment_id = any (:shipments::bigint[])
                """)
                .param("shipments", shipmentIds.toArray(Long[]::new))
                .query((row, number) -> new Carried(
                        row.getLong("shipment_id"),
                        row.getLong("order_id"),
                        row.getLong("tenant_id"),
                        row.getLong("person_id"),
                        window(row.getTimestamp("window_from"), row.getTimestamp("window_to"))))
                .list();
    }

    /** An order inside a shipment, with the window the customer was told last. */
    record Carried(
            long shipmentId,
            long orderId,
            long tenantId,
            long personId,
            @Nullable TimeWindow window) {}

    private static @Nullable TimeWindow window(@Nullable Timestamp from, @Nullable Timestamp to) {
        return from == null || to == null ? null : new TimeWindow(instant(from), instant(to));
    }

    private static Instant instant(Timestamp at) {
        return Objects.requireNonNull(at).toInstant();
    }

    private static <T> List<T> sorted(List<T> list, Function<T, Long> key) {
        return list.stream().sorted(Comparator.comparing(key)).toList();
    }

    private static <T> Long[] numbers(List<T> list, Function<T, Long> value) {
        return list.stream().map(value).toArray(Long[]::new);
    }

    private static <T> String[] texts(List<T> list, Function<T, String> value) {
        return list.stream().map(value).toArray(String[]::new);
    }
}
