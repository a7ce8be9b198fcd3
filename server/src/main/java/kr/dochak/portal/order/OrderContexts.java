package kr.dochak.portal.order;

import java.util.List;
import java.util.Set;
import kr.dochak.care.Cases;
import kr.dochak.care.ratings.DeliveryRatings;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.compensation.Compensations;
import kr.dochak.messaging.Messages;
import kr.dochak.messaging.OrderNotice;
import kr.dochak.orders.OrderDetail;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Words;
import org.springframework.stereotype.Component;

/** Gathers an {@link OrderContext}. */
@Component
class OrderContexts {

    private final Compensations compensations;
    private final Messages messages;
    private final Cases cases;
    private final DeliveryRatings ratings;

    OrderContexts(Compensations compensations, Messages messages, Cases cases, DeliveryRatings ratings) {
        this.compensations = compensations;
        this.messages = messages;
        this.cases = cases;
        this.ratings = ratings;
    }

    OrderContext of(OrderDetail detail, Set<Integer> elsewhere, Words words) {
        OrderId orderId = detail.summary().orderId();
        List<Granted> grants = compensations.ofOrder(orderId);
        return new OrderContext(
                detail,
                grants,
                grants.isEmpty()
                        ? List.of()
                        : compensations.rules(detail.summary().tenantId()),
                messages.ofOrder(orderId, words.lang()).stream()
                        .filter(notice -> notice.state() == OrderNotice.State.TOLD)
                        .toList(),
                cases.ofOrder(orderId),
                ratings.ofOrder(orderId),
                elsewhere);
    }
}
