package kr.dochak.webhooks;

import java.util.List;
import java.util.Set;
import kr.dochak.orders.DeliveryRequest;
import kr.dochak.orders.OrderFact.DeliveryRequestChanged;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.webhooks.EventData.DeliveryRequested;
import org.springframework.stereotype.Component;

/** Events of delivery requests: so a customer's wish reaches the system that prints labels and speaks with the carrier (DSP-6). */
@Component
class RequestEvents {

    private final EventWriting writing;
    private final Orders orders;

    RequestEvents(EventWriting writing, Orders orders) {
        this.writing = writing;
        this.orders = orders;
    }

    void changed(DeliveryRequestChanged fact) {
        OrderSummary order = orders.find(fact.orderId()).orElse(null);
        if (order == null) {
            return;
        }
        Set<EventType> wanted = writing.wanted(List.of(order.tenantId())).getOrDefault(order.tenantId(), Set.of());
        if (wanted.contains(EventType.DELIVERY_REQUEST_CHANGED)) {
            writing.write(List.of(new NewEvent(
                    order.tenantId(),
                    EventType.DELIVERY_REQUEST_CHANGED,
                    "request/" + fact.orderId() + "/" + fact.at(),
                    fact.at(),
                    data(order.orderNo(), fact.request(), Orders.NOT_PASSED_ON.equals(fact.who())))));
        }
    }

    /** Words for the driver are read by the API with the order: they may open a door. */
    private static DeliveryRequested data(String orderNo, DeliveryRequest request, boolean takenBack) {
        return new DeliveryRequested(
                orderNo, request.place().name(), request.day(), !request.note().isBlank(), takenBack);
    }
}
