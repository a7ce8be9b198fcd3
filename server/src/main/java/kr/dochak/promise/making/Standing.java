package kr.dochak.promise.making;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.OrderId;
import org.springframework.stereotype.Component;

/** Which orders anything may be promised for (ORD-1): those that are paid and were not cancelled. */
@Component
class Standing {

    private final Orders orders;

    Standing(Orders orders) {
        this.orders = orders;
    }

    /** Of these orders those that stand now; to be asked with the orders queued for. */
    Set<OrderId> of(Collection<OrderId> orderIds) {
        Set<OrderId> standing = new HashSet<>(orderIds);
        standing.removeAll(orders.summaries(orderIds).values().stream()
                .filter(order -> !order.stands())
                .map(OrderSummary::orderId)
                .collect(Collectors.toSet()));
        return standing;
    }
}
