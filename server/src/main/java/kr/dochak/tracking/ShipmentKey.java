package kr.dochak.tracking;

import kr.dochak.shared.CarrierId;

/** How carriers name a shipment. */
public record ShipmentKey(CarrierId carrier, TrackingNumber trackingNumber) {

    public static ShipmentKey of(Scan scan) {
        return new ShipmentKey(scan.carrier(), scan.trackingNumber());
    }
}
