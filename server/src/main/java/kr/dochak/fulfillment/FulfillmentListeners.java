package kr.dochak.fulfillment;

import java.util.List;
import kr.dochak.orders.OrderFact.OrderCancelled;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingFact.ShipmentsRegistered;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A cancellation and a hand-over may cross each other: each looks for the other. */
@Component
class FulfillmentListeners {

    private final CancelledParcels cancelled;

    FulfillmentListeners(CancelledParcels cancelled) {
        this.cancelled = cancelled;
    }

    @ApplicationModuleListener
    void on(OrderCancelled fact) {
        cancelled.record(List.of(fact.orderId()));
    }

    @ApplicationModuleListener
    void on(ShipmentsRegistered fact) {
        cancelled.record(fact.shipments().stream()
                .flatMap(shipment -> shipment.orders().stream())
                .map(CarriedOrder::orderId)
                .distinct()
                .toList());
    }
}
