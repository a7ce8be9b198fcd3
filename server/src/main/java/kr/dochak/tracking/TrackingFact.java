package kr.dochak.tracking;

import java.time.Instant;
import java.util.List;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;

/**
 * What the tracking module announces as single facts. Moves are too many for that: see {@link Move} and
 * {@link Tracking#moves}.
 */
public sealed interface TrackingFact {

    /** Shipments are known from now on, with the orders they carry (ORD-3). */
    record ShipmentsRegistered(List<RegisteredShipment> shipments) implements TrackingFact {}

    /**
     * One registered shipment; {@code registeredAt} is when it was made known to its carrier (운송장 등록), before the pick-up.
     */
    record RegisteredShipment(
            ShipmentId shipmentId,
            MallId tenantId,
            String carrier,
            String trackingNumber,
            List<CarriedOrder> orders,
            Instant registeredAt) {}

    /** What a shipment carries of one order; no lines means all of it. */
    record CarriedOrder(OrderId orderId, List<Integer> lines) {}
}
