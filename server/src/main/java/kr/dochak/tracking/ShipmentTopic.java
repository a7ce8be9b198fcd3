package kr.dochak.tracking;

/** The live topic of one shipment's scans; the pages of its orders follow it through {@link LiveOrders}. */
public final class ShipmentTopic {

    private ShipmentTopic() {}

    public static String of(long shipmentId) {
        return "shipment:" + shipmentId;
    }
}
