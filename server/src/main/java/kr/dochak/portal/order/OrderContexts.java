package kr.dochak.portal.order;

import java.util.List;
import kr.dochak.care.Cases;
import kr.dochak.care.Tasks;
import kr.dochak.care.ratings.DeliveryRatings;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.compensation.Compensations;
import kr.dochak.messaging.Messages;
import kr.dochak.messaging.OrderNotice;
import kr.dochak.orders.OrderDetail;
import kr.dochak.portal.Parcel;
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
    private final Tasks tasks;

    OrderContexts(Compensations compensations, Messages messages, Cases cases, DeliveryRatings ratings, Tasks tasks) {
        this.compensations = compensations;
        this.messages = messages;
        this.cases = cases;
        this.ratings = ratings;
        this.tasks = tasks;
    }

    OrderContext of(OrderDetail detail, List<Parcel> parts, Words words) {
        OrderId orderId = detail.summary().orderId();
        List<Granted> grants = compensations.ofOrder(orderId);
        return new OrderContext(
                detail,
                grants,
                compensations.rulesOf(grants),
                messages.ofOrder(orderId, words.lang()).stream()
                        .filter(notice -> notice.state() == OrderNotice.State.TOLD)
                        .toList(),
                cases.ofOrder(orderId),
                ratings.ofOrder(orderId),
                tasks.ofOrders(List.of(orderId)),
                parts);
    }
}
