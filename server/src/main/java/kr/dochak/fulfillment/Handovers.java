package kr.dochak.fulfillment;

import java.util.List;
import java.util.Optional;
import kr.dochak.fulfillment.HandoverOutcome.Registered;
import kr.dochak.fulfillment.HandoverRequest.OrderPart;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.TrackingNumber;
import org.springframework.stereotype.Component;

/** Hand-overs (FUL-4), for modules that hand parcels over themselves. */
@Component
public class Handovers {

    private final Handover handover;

    Handovers(Handover handover) {
        this.handover = handover;
    }

    /** Hands the whole order over in one parcel, by the rules of the API; nothing when they refuse it. */
    public Optional<ShipmentId> whole(MallId mall, CarrierId carrier, TrackingNumber trackingNumber, String orderNo) {
        HandoverRequest request = new HandoverRequest(
                carrier.value(), trackingNumber.value(), List.of(new OrderPart(orderNo, null)), null);
        return handover.register(mall, List.of(request)).getFirst() instanceof Registered registered
                ? Optional.of(registered.shipmentId())
                : Optional.empty();
    }
}
