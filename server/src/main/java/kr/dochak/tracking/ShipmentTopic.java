package kr.dochak.tracking;

import kr.dochak.shared.ShipmentId;

/** The live topic of one shipment's scans; the pages of its orders follow it through {@link LiveOrders}. */
public final class ShipmentTopic {

    private ShipmentTopic() {}

    public static String of(ShipmentId shipmentId) {
        return "shipment:" + shipmentId;
    }
}
