package kr.dochak.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.orders.OrderSummary;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts orders, promises and shipments together: two questions for any number of orders. */
@Component
public class Parcels {

    private final Promises promises;
    private final Tracking tracking;

    Parcels(Promises promises, Tracking tracking) {
        this.promises = promises;
        this.tracking = tracking;
    }

    /** The parcels of these orders, at least one for each. */
    public Map<OrderId, List<Parcel>> of(Collection<OrderSummary> orders) {
        List<OrderId> ids = orders.stream().map(OrderSummary::orderId).toList();
        Map<OrderId, List<PromiseView>> promised = promises.ofOrders(ids);
        Map<OrderId, List<ShipmentView>> shipped = tracking.ofOrders(ids);
        Map<OrderId, List<Parcel>> parcels = new HashMap<>();
        for (OrderSummary order : orders) {
            parcels.put(
                    order.orderId(),
                    join(
                            order,
                            promised.getOrDefault(order.orderId(), List.of()),
                            shipped.getOrDefault(order.orderId(), List.of())));
        }
        return parcels;
    }

    private static List<Parcel> join(OrderSummary order, List<PromiseView> promised, List<ShipmentView> shipped) {
        Map<ShipmentId, ShipmentView> byId =
                shipped.stream().collect(Collectors.toMap(ShipmentView::shipmentId, Function.identity()));
        List<Parcel> parcels = new ArrayList<>();
        for (PromiseView promise : promised) {
            ShipmentView shipment = promise.shipmentId() == null ? null : byId.remove(promise.shipmentId());
            parcels.add(new Parcel(order, promise, isOlder(shipment, order) ? null : shipment));
        }
        // a shipment whose promise is being split off at this moment is shown without one
        byId.values().stream()
                .filter(shipment -> !isOlder(shipment, order))
                .forEach(shipment -> parcels.add(new Parcel(order, null, shipment)));
        List<Parcel> coming =
                parcels.stream().filter(parcel -> !parcel.isWithdrawn()).toList();
        if (!coming.isEmpty()) {
            return coming;
        }
        return parcels.isEmpty() ? List.of(new Parcel(order, null, null)) : parcels;
    }

    /** What was delivered before it was ordered is another parcel with this number. */
    private static boolean isOlder(@Nullable ShipmentView shipment, OrderSummary order) {
        Instant delivered = shipment == null ? null : shipment.state().deliveredAt();
        return delivered != null && delivered.isBefore(order.orderedAt());
    }
}
