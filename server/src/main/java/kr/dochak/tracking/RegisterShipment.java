package kr.dochak.tracking;

import java.time.Instant;
import java.util.List;
import kr.dochak.shared.MallId;
import kr.dochak.tracking.TrackingFact.CarriedOrder;

/**
 * A shipment to watch from now on.
 *
 * @param registeredAt when it was handed over to the carrier, as far as the caller knows
 */
public record RegisterShipment(
        MallId tenantId, String carrier, String trackingNumber, List<CarriedOrder> orders, Instant registeredAt) {}
