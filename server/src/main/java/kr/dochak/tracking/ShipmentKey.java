package kr.dochak.tracking;

/** How carriers name a shipment. */
public record ShipmentKey(String carrier, String trackingNumber) {

    public static ShipmentKey of(Scan scan) {
        return new ShipmentKey(scan.carrier(), scan.trackingNumber());
    }
}
