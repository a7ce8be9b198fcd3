package kr.dochak.messaging;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.database.Sql;
import kr.dochak.orders.OrderFact.OrderCancelled;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.promise.PromiseFact.Made;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.TimeWindow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What this module remembers of orders and parcels from the facts about them; facts may come in any order. */
@Repository
public class KnownOrders {

    private final JdbcClient jdbc;

    KnownOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void confirmed(List<PlacedOrder> orders) {
        List<PlacedOrder> sorted = sorted(orders, PlacedOrder::orderId);
        jdbc.sql("""
                insert into messaging.known_order (order_id, tenant_id, person_id, order_no, ordered_at)
                select * from unnest(:order::bigint[], :tenant::bigint[], :person::bigint[], :no::text[], :ordered::timestamptz[])
                on conflict (order_id) do update set order_no = excluded.order_no, ordered_at = excluded.ordered_at
                """)
                .param("order", Sql.ids(sorted, PlacedOrder::orderId))
                .param("tenant", Sql.ids(sorted, PlacedOrder::tenantId))
                .param("person", Sql.ids(sorted, PlacedOrder::personId))
                .param("no", Sql.texts(sorted, PlacedOrder::orderNo))
                .param("ordered", Sql.instants(sorted, PlacedOrder::orderedAt))
                .update();
    }

    /** The first window; a fact that comes late or twice does not overwrite a newer one. */
    void promised(List<Made> promises) {
        List<Made> sorted = sorted(promises, Made::orderId).stream()
                .collect(Collectors.toMap(Made::orderId, m -> m, (a, b) -> b, TreeMap::new))
                .values()
                .stream()
                .toList();
        jdbc.sql("""
                insert into messaging.known_order (order_id, tenant_id, person_id, window_from, window_to)
                select * from unnest(:order::bigint[], :tenant::bigint[], :person::bigint[], :from::timestamptz[],
                    :to::timestamptz[])
                on conflict (order_id) do update set window_from = excluded.window_from, window_to = excluded.window_to
                where known_order.window_to is null
                """)
                .param("order", Sql.ids(sorted, Made::orderId))
                .param("tenant", Sql.ids(sorted, Made::tenantId))
                .param("person", Sql.ids(sorted, Made::personId))
                .param("from", Sql.instants(sorted, m -> m.promised().from()))
                .param("to", Sql.instants(sorted, m -> m.promised().to()))
                .update();
    }

    /** This order gets no more notices, and those still on their way here are dropped. */
    void cancelled(OrderCancelled order) {
        jdbc.sql("""
                insert into messaging.known_order (order_id, tenant_id, person_id, cancelled_at)
                values (:order, :tenant, :person, :at)
                on conflict (order_id) do update set cancelled_at = excluded.cancelled_at
                """)
                .param("order", order.orderId().value())
                .param("tenant", order.tenantId().value())
                .param("person", order.personId().value())
                .param("at", Sql.at(order.at()))
                .update();
    }

    /** The customer now knows of another window. */
    void announced(List<AnnouncedWindow> windows) {
        jdbc.sql("""
                update messaging.known_order k set window_from = u.w_from, window_to = u.w_to
                from (select * from unnest(:order::bigint[], :from::timestamptz[], :to::timestamptz[])
                      as u (order_id, w_from, w_to) order by 1) u
                where k.order_id = u.order_id
                """)
                .param("order", Sql.ids(windows, AnnouncedWindow::orderId))
                .param("from", Sql.instants(windows, t -> t.window().from()))
                .param("to", Sql.instants(windows, t -> t.window().to()))
                .update();
    }

    record AnnouncedWindow(OrderId orderId, TimeWindow window) {}

    /** These orders, as far as they are known here. */
    public Map<OrderId, KnownOrder> known(Collection<OrderId> orderIds) {
        return jdbc
                .sql("""
                select order_id, tenant_id, person_id, window_from, window_to, ordered_at
                from messaging.known_order where order_id = any (:orders::bigint[])
                """)
                .param("orders", Sql.ids(orderIds))
                .query((row, number) -> new KnownOrder(
                        new OrderId(row.getLong("order_id")),
                        new MallId(row.getLong("tenant_id")),
                        new PersonId(row.getLong("person_id")),
                        window(Sql.instant(row, "window_from"), Sql.instant(row, "window_to")),
                        Sql.instant(row, "ordered_at")))
                .list()
                .stream()
                .collect(Collectors.toMap(KnownOrder::orderId, order -> order));
    }

    /** An order with the window that was announced to its customer last. */
    public record KnownOrder(
            OrderId orderId,
            MallId tenantId,
            PersonId personId,
            @Nullable TimeWindow window,
            @Nullable Instant orderedAt) {

        /** Whether it was placed after this moment, so that what happened then was not about it. */
        public boolean isPlacedAfter(Instant moment) {
            return orderedAt != null && orderedAt.isAfter(moment);
        }
    }

    private static @Nullable TimeWindow window(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : new TimeWindow(from, to);
    }

    private static <T> List<T> sorted(List<T> list, Function<T, OrderId> key) {
        return list.stream().sorted(Comparator.comparing(key)).toList();
    }
}
