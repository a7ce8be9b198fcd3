package kr.dochak.tracking;

import java.time.Instant;
import java.util.List;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import org.jspecify.annotations.Nullable;

/**
 * A shipment to watch from now on.
 *
 * @param registeredAt when it was handed over to the carrier, as far as the caller knows
 * @param notBefore when the last of its orders was placed: an older scan is of another parcel; null when nobody knows
 */
public record RegisterShipment(
        MallId tenantId,
        CarrierId carrier,
        TrackingNumber trackingNumber,
        List<CarriedOrder> orders,
        Instant registeredAt,
        @Nullable Instant notBefore) {

    /** From when on a scan may be of it, as far as that is known. */
    public Instant placed() {
        return notBefore == null ? Instant.MIN : notBefore;
    }

    /** Of orders whose time is not known. */
    public RegisterShipment(
            MallId tenantId,
            CarrierId carrier,
            TrackingNumber trackingNumber,
            List<CarriedOrder> orders,
            Instant registeredAt) {
        this(tenantId, carrier, trackingNumber, orders, registeredAt, null);
    }
}
