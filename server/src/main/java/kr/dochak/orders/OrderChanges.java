package kr.dochak.orders;

import java.time.Instant;
import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.orders.OrderFact.PreparationStep;
import kr.dochak.shared.OrderId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes to an order after it came: each answers whether anything really changed. */
@Repository
class OrderChanges {

    private final JdbcClient jdbc;
    private final OrderRepository orders;

    OrderChanges(JdbcClient jdbc, OrderRepository orders) {
        this.jdbc = jdbc;
        this.orders = orders;
    }

    boolean request(OrderId orderId, DeliveryRequest request, String who, Instant now) {
        List<Integer> revision = jdbc.sql("""
                update orders.customer_order
                set request_place = :place, request_note = :note, request_day = :day, revision = revision + 1,
                    mall_place = coalesce(mall_place, request_place), mall_note = coalesce(mall_note, request_note)
                where id = :id
                  and (request_place, request_note, coalesce(request_day, 'infinity'))
                      is distinct from (:place, :note, coalesce(:day::date, 'infinity'))
                returning revision
                """)
                .param("id", orderId.value())
                .param("place", request.place().name())
                .param("note", request.note())
                .param("day", request.day())
                .query(Integer.class)
                .list();
        revision.forEach(each -> orders.addRevision(orderId, each, now, who, "배송 요청을 바꿨어요", List.of("request")));
        return !revision.isEmpty();
    }

    boolean cancel(OrderId orderId, String reason, String who, Instant now) {
        List<Integer> revision = jdbc.sql("""
                update orders.customer_order
                set status = 'CANCELLED', cancelled_at = :now, cancel_reason = :reason, revision = revision + 1
                where id = :id and status <> 'CANCELLED'
                returning revision
                """)
                .param("id", orderId.value())
                .param("now", Sql.at(now))
                .param("reason", reason)
                .query(Integer.class)
                .list();
        revision.forEach(each -> orders.addRevision(orderId, each, now, who, reason, List.of("status")));
        return !revision.isEmpty();
    }

    boolean prepared(OrderId orderId, PreparationStep step, Instant at) {
        return jdbc.sql("""
                update orders.customer_order
                set picking_at = case when :step = 'PICKING' then coalesce(picking_at, :at) else picking_at end,
                    packed_at = case when :step = 'PACKED' then coalesce(packed_at, :at) else packed_at end
                where id = :id
                  and ((:step = 'PICKING' and picking_at is null) or (:step = 'PACKED' and packed_at is null))
                """)
                        .param("id", orderId.value())
                        .param("step", step.name())
                        .param("at", Sql.at(at))
                        .update()
                > 0;
    }
}
