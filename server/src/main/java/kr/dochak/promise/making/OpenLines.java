package kr.dochak.promise.making;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.orders.Orders;
import kr.dochak.shared.OrderId;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.Uncarried;
import org.springframework.stereotype.Component;

/** Which lines of orders wait for a parcel (ORD-3), as orders and parcels stand now. */
@Component
class OpenLines {

    private final Orders orders;
    private final Tracking tracking;

    OpenLines(Orders orders, Tracking tracking) {
        this.orders = orders;
        this.tracking = tracking;
    }

    /**
     * @param open the lines of which not all pieces are in a parcel
     * @param withdrawn those of them that were in a parcel whose number was cancelled: they were promised once
     */
    record Lines(Set<Integer> open, Set<Integer> withdrawn) {

        static final Lines NONE = new Lines(Set.of(), Set.of());

        /** Whether a line waits that nobody was ever promised. */
        boolean hasNew() {
            return !withdrawn.containsAll(open);
        }
    }

    /** By order; orders that are not known here have no lines. */
    Map<OrderId, Lines> of(Collection<OrderId> orderIds) {
        Map<OrderId, Map<Integer, Integer>> ordered = orders.pieces(orderIds);
        Map<OrderId, List<ShipmentView>> parcels = tracking.ofOrders(orderIds);
        Map<OrderId, Lines> lines = new HashMap<>();
        ordered.forEach((orderId, pieces) -> {
            List<ShipmentView> carriers = parcels.getOrDefault(orderId, List.of());
            Set<Integer> open = Uncarried.of(orderId, pieces, carriers).keySet();
            lines.put(orderId, new Lines(open, withdrawn(orderId, open, carriers)));
        });
        return lines;
    }

    private static Set<Integer> withdrawn(OrderId orderId, Set<Integer> open, List<ShipmentView> parcels) {
        Set<Integer> withdrawn = new HashSet<>();
        for (ShipmentView parcel : parcels) {
            if (parcel.state().status() == ShipmentStatus.CANCELLED) {
                parcel.orders().stream()
                        .filter(carried -> carried.orderId().equals(orderId))
                        .map(CarriedOrder::lines)
                        .forEach(lines -> withdrawn.addAll(lines.isEmpty() ? open : lines));
            }
        }
        withdrawn.retainAll(open);
        return withdrawn;
    }
}
