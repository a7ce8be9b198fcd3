package kr.dochak.tracking;

/** How carriers name a shipment. */
record ShipmentKey(String carrier, String trackingNumber) {

    static ShipmentKey of(Scan scan) {
        return new ShipmentKey(scan.carrier(), scan.trackingNumber());
    }
}
