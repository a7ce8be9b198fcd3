package kr.dochak.console.orders;

import java.util.List;
import kr.dochak.orders.OrderSummary;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.promise.WindowShown;
import kr.dochak.promise.windows.Departure;
import kr.dochak.shared.OrderId;
import kr.dochak.tracking.Tracking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was promised for an order and how its parcels move. */
@Component
class TraceDeliveries {

    /** A promise with all windows it ever had, and when its goods leave where that is still open. */
    record Promised(PromiseView promise, @Nullable Departure departure, List<WindowShown> ledger) {}

    private final Promises promises;
    private final Tracking tracking;

    TraceDeliveries(Promises promises, Tracking tracking) {
        this.promises = promises;
        this.tracking = tracking;
    }

    List<Promised> promised(OrderSummary order) {
        return promises.ofOrders(List.of(order.orderId())).getOrDefault(order.orderId(), List.of()).stream()
                .map(view -> new Promised(view, departure(view, order), promises.ledgerOf(view.promiseId())))
                .toList();
    }

    List<Trace.Parcel> parcels(OrderId orderId) {
        return tracking.ofOrders(List.of(orderId)).getOrDefault(orderId, List.of()).stream()
                .map(shipment -> new Trace.Parcel(shipment, tracking.scansOf(shipment.shipmentId())))
                .toList();
    }

    private @Nullable Departure departure(PromiseView view, OrderSummary order) {
        return order.cancelledAt() != null
                ? null
                : promises.departure(view, order.confirmedAt()).orElse(null);
    }
}
