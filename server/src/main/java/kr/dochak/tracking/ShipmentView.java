package kr.dochak.tracking;

import java.time.Instant;
import java.util.List;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingFact.RegisteredShipment;

/** A shipment as pages show it: its number, what it carries and where it is. */
public record ShipmentView(
        ShipmentId shipmentId,
        TrackingNumber trackingNumber,
        Instant registeredAt,
        ShipmentState state,
        List<CarriedOrder> orders) {

    /** The fact that was announced when it became known. */
    public RegisteredShipment registered() {
        return new RegisteredShipment(
                shipmentId, state.tenantId(), state.carrier(), trackingNumber, orders, registeredAt);
    }
}
