package kr.dochak.console.orders;

import java.util.List;
import java.util.Map;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.orders.OrderSummary;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.promise.WindowShown;
import kr.dochak.promise.windows.Departure;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.corrections.Corrections;
import kr.dochak.tracking.corrections.FalseDelivery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was promised for an order and how its parcels move. */
@Component
class TraceDeliveries {

    /** A promise with all windows it ever had, and when its goods leave where that is still open. */
    record Promised(PromiseView promise, @Nullable Departure departure, List<WindowShown> ledger) {}

    private final Promises promises;
    private final Tracking tracking;
    private final Corrections corrections;
    private final Staff staff;

    TraceDeliveries(Promises promises, Tracking tracking, Corrections corrections, Staff staff) {
        this.promises = promises;
        this.tracking = tracking;
        this.corrections = corrections;
        this.staff = staff;
    }

    List<Promised> promised(OrderSummary order) {
        return promises.ofOrders(List.of(order.orderId())).getOrDefault(order.orderId(), List.of()).stream()
                .map(view -> new Promised(view, departure(view, order), promises.ledgerOf(view.promiseId())))
                .toList();
    }

    List<Trace.Parcel> parcels(OrderId orderId) {
        List<ShipmentView> shipments = tracking.ofOrders(List.of(orderId)).getOrDefault(orderId, List.of());
        Map<ShipmentId, List<FalseDelivery>> corrected =
                corrections.of(shipments.stream().map(ShipmentView::shipmentId).toList());
        return shipments.stream()
                .map(shipment -> new Trace.Parcel(
                        shipment,
                        tracking.scansOf(shipment.shipmentId()),
                        corrected.getOrDefault(shipment.shipmentId(), List.of()).stream()
                                .map(this::corrected)
                                .toList()))
                .toList();
    }

    private Trace.Corrected corrected(FalseDelivery delivery) {
        Long undoneBy = delivery.undoneBy();
        return new Trace.Corrected(delivery, name(delivery.foundBy()), undoneBy == null ? null : name(undoneBy));
    }

    private String name(long staffId) {
        return staff.byId(staffId).map(StaffMember::name).orElse("–");
    }

    private @Nullable Departure departure(PromiseView view, OrderSummary order) {
        return order.cancelledAt() != null
                ? null
                : promises.departure(view, order.confirmedAt()).orElse(null);
    }
}
