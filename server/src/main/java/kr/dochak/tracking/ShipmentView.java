package kr.dochak.tracking;

import java.time.Instant;
import java.util.List;
import kr.dochak.tracking.TrackingFact.CarriedOrder;

/** A shipment as pages show it: its number, what it carries and where it is. */
public record ShipmentView(
        long shipmentId, String trackingNumber, Instant registeredAt, ShipmentState state, List<CarriedOrder> orders) {}
