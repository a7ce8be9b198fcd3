package kr.dochak.messaging.moves;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.messaging.NewNotice;
import kr.dochak.messaging.NoticeFacts;
import kr.dochak.messaging.NoticeFacts.Way;
import kr.dochak.messaging.NoticeKind;
import kr.dochak.orders.OrderFact.OrderPrepared;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.promise.PromiseFact.Made;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.promise.windows.Departure;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.TimeWindow;
import org.springframework.stereotype.Component;

/** How orders travel before they have left: by whom, and when they are expected to leave (MSG-4). */
@Component
public class OrderWays {

    private final Promises promises;
    private final Orders orders;

    OrderWays(Promises promises, Orders orders) {
        this.promises = promises;
        this.orders = orders;
    }

    /** By promise; promises that are unknown by now are missing. */
    public Map<PromiseId, Way> of(List<Made> made) {
        List<OrderId> ids = made.stream().map(Made::orderId).distinct().toList();
        Map<OrderId, OrderSummary> known = orders.summaries(ids);
        Map<PromiseId, Way> ways = new HashMap<>();
        promises.ofOrders(ids).values().stream().flatMap(List::stream).forEach(promise -> {
            OrderSummary order = known.get(promise.orderId());
            if (order != null) {
                ways.put(promise.promiseId(), way(promise, order));
            }
        });
        return ways;
    }

    private Way way(PromiseView promise, OrderSummary order) {
        TimeWindow dispatch = promises.departure(promise, order.confirmedAt())
                .map(Departure::handover)
                .map(OrderWays::window)
                .orElse(null);
        return new Way(
                order.carrier() == null ? new CarrierId(promise.carrier()) : order.carrier(), dispatch, null, null);
    }

    private static TimeWindow window(Window clock) {
        return new TimeWindow(clock.p10(), clock.p90());
    }

    /** Its preparation has begun: one notice for each order, whichever step came first; none once it has left. */
    public Optional<NewNotice> preparing(OrderPrepared fact) {
        OrderSummary order = orders.find(fact.orderId()).orElse(null);
        if (order == null || order.cancelledAt() != null) {
            return Optional.empty();
        }
        return promises.ofOrders(List.of(fact.orderId())).getOrDefault(fact.orderId(), List.of()).stream()
                .filter(promise -> promise.outcome() == null && promise.pickedUpAt() == null)
                .findFirst()
                .map(promise -> notice(order, promise, fact.at()));
    }

    private NewNotice notice(OrderSummary order, PromiseView promise, Instant at) {
        NoticeFacts facts = NoticeFacts.move(promise.promised(), null, null, at).travelling(way(promise, order));
        return new NewNotice(
                NoticeKind.PREPARING,
                "" + order.orderId(),
                order.tenantId(),
                order.personId(),
                order.orderId(),
                null,
                null,
                facts,
                at,
                null,
                false);
    }
}
