package kr.dochak.webhooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.promise.PromiseFact.Changed;
import kr.dochak.promise.PromiseFact.Delay;
import kr.dochak.promise.PromiseFact.Made;
import kr.dochak.promise.PromiseFact.Reopened;
import kr.dochak.promise.PromiseFact.Settled;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.webhooks.EventData.PromiseDelayed;
import kr.dochak.webhooks.EventData.PromiseMade;
import kr.dochak.webhooks.EventData.PromiseSettled;
import kr.dochak.webhooks.EventData.Span;
import kr.dochak.webhooks.EventData.WindowChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Events of promises; what nobody wants to hear of is not even looked up. */
@Component
public class PromiseEvents {

    private final EventWriting writing;
    private final Orders orders;

    PromiseEvents(EventWriting writing, Orders orders) {
        this.writing = writing;
        this.orders = orders;
    }

    public void made(List<Made> made) {
        tell(EventType.PROMISE_MADE, made, Made::tenantId, Made::orderId, PromiseEvents::event);
    }

    void changed(List<Changed> changes) {
        tell(EventType.PROMISE_WINDOW_CHANGED, changes, Changed::tenantId, Changed::orderId, PromiseEvents::event);
    }

    void delayed(List<Delay> delays) {
        tell(EventType.PROMISE_DELAYED, delays, Delay::tenantId, Delay::orderId, PromiseEvents::event);
    }

    void settled(List<Settled> settled) {
        tell(EventType.PROMISE_SETTLED, settled, Settled::tenantId, Settled::orderId, PromiseEvents::event);
    }

    /** A promise whose delivery was none is settled again later. */
    void reopened(List<Reopened> promises) {
        writing.happensAgain(
                EventType.PROMISE_SETTLED,
                promises.stream().map(each -> "promise/" + each.promiseId()).toList());
    }

    private <T> void tell(
            EventType type,
            List<T> facts,
            Function<T, MallId> tenantId,
            Function<T, OrderId> orderId,
            BiFunction<T, @Nullable String, NewEvent> event) {
        Map<MallId, Set<EventType>> wanted =
                writing.wanted(facts.stream().map(tenantId).distinct().toList());
        List<T> asked = facts.stream()
                .filter(fact ->
                        wanted.getOrDefault(tenantId.apply(fact), Set.of()).contains(type))
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        Map<OrderId, OrderSummary> known =
                orders.summaries(asked.stream().map(orderId).distinct().toList());
        List<NewEvent> events = new ArrayList<>();
        for (T fact : asked) {
            OrderSummary order = known.get(orderId.apply(fact));
            events.add(event.apply(fact, order == null ? null : order.orderNo()));
        }
        writing.write(events);
    }

    private static NewEvent event(Made made, @Nullable String orderNo) {
        return new NewEvent(
                made.tenantId(),
                EventType.PROMISE_MADE,
                "promise/" + made.promiseId(),
                made.at(),
                new PromiseMade(orderNo, made.promiseId(), Span.of(made.promised()), made.timed()));
    }

    private static NewEvent event(Changed changed, @Nullable String orderNo) {
        return new NewEvent(
                changed.tenantId(),
                EventType.PROMISE_WINDOW_CHANGED,
                "promise/" + changed.promiseId() + "/" + changed.at() + "/"
                        + changed.now().to(),
                changed.at(),
                new WindowChanged(
                        orderNo,
                        changed.promiseId(),
                        Span.of(changed.told()),
                        Span.of(changed.now()),
                        changed.cause().name()));
    }

    /** A delay is found once; one that turns out to be a loss a second time. */
    private static NewEvent event(Delay delay, @Nullable String orderNo) {
        return new NewEvent(
                delay.tenantId(),
                EventType.PROMISE_DELAYED,
                "promise/" + delay.promiseId() + "/" + delay.kind() + "/" + delay.cause() + "/" + delay.foundAt(),
                delay.foundAt(),
                new PromiseDelayed(
                        orderNo,
                        delay.promiseId(),
                        delay.kind().name(),
                        delay.cause().name(),
                        Span.of(delay.promised()),
                        Span.of(delay.expected()),
                        delay.certainAt(),
                        delay.foundAt()));
    }

    private static NewEvent event(Settled settled, @Nullable String orderNo) {
        return new NewEvent(
                settled.tenantId(),
                EventType.PROMISE_SETTLED,
                "promise/" + settled.promiseId(),
                settled.at(),
                new PromiseSettled(
                        orderNo,
                        settled.promiseId(),
                        settled.outcome().name(),
                        Span.of(settled.promised()),
                        settled.deliveredAt()));
    }
}
