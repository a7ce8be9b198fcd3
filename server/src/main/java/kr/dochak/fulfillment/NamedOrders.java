package kr.dochak.fulfillment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kr.dochak.fulfillment.HandoverRules.Checked;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.ShipmentState;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;

/** What is known of the orders that a hand-over names: where they stand, their lines, and the parcels they have. */
record NamedOrders(
        Map<String, OrderId> ids,
        Map<OrderId, OrderSummary> summaries,
        Map<OrderId, Map<Integer, Integer>> pieces,
        Map<OrderId, List<ShipmentView>> parcels) {

    /** One order with its lines and parcels. */
    record HandedOrder(OrderSummary order, Map<Integer, Integer> pieces, List<ShipmentView> parcels) {

        /** Whether it is in this parcel already: to say so again changes nothing. */
        boolean isIn(@Nullable CarrierId carrier, TrackingNumber trackingNumber) {
            return parcels.stream()
                    .anyMatch(parcel -> parcel.trackingNumber().equals(trackingNumber)
                            && parcel.state().carrier().equals(carrier));
        }
    }

    static NamedOrders of(MallId tenantId, Collection<String> orderNos, Orders orders, Tracking tracking) {
        Map<String, OrderId> ids = orders.idsOf(tenantId, orderNos);
        return new NamedOrders(
                ids, orders.summaries(ids.values()), orders.pieces(ids.values()), tracking.ofOrders(ids.values()));
    }

    /** As if these parcels were known already: those of one request share their orders out. */
    NamedOrders with(List<Checked> checked) {
        Map<OrderId, List<ShipmentView>> more = new HashMap<>();
        parcels.forEach((orderId, views) -> more.put(orderId, new ArrayList<>(views)));
        for (Checked each : checked) {
            if (each instanceof Checked.Good good) {
                RegisterShipment shipment = good.shipment();
                shipment.orders()
                        .forEach(carried -> more.computeIfAbsent(carried.orderId(), unused -> new ArrayList<>())
                                .add(view(shipment)));
            }
        }
        return new NamedOrders(ids, summaries, pieces, more);
    }

    private static ShipmentView view(RegisterShipment shipment) {
        ShipmentId none = new ShipmentId(0);
        ShipmentState state = new ShipmentState(
                none,
                shipment.tenantId(),
                shipment.carrier(),
                ShipmentStatus.PENDING,
                shipment.registeredAt(),
                null,
                "",
                shipment.registeredAt(),
                null);
        return new ShipmentView(none, shipment.trackingNumber(), shipment.registeredAt(), state, shipment.orders());
    }

    /** When the last of these orders was placed. */
    Instant lastPlaced(List<CarriedOrder> carried) {
        return carried.stream()
                .map(each -> summaries.get(each.orderId()))
                .filter(Objects::nonNull)
                .map(OrderSummary::orderedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    Optional<HandedOrder> find(@Nullable String orderNo) {
        OrderId id = orderNo == null ? null : ids.get(orderNo);
        OrderSummary order = id == null ? null : summaries.get(id);
        return order == null
                ? Optional.empty()
                : Optional.of(
                        new HandedOrder(order, pieces.getOrDefault(id, Map.of()), parcels.getOrDefault(id, List.of())));
    }
}
