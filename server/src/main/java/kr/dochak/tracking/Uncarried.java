package kr.dochak.tracking;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import kr.dochak.shared.OrderId;
import kr.dochak.tracking.TrackingFact.CarriedOrder;

/** What of an order no parcel carries (ORD-3). Pure. */
public final class Uncarried {

    private Uncarried() {}

    /**
     * The pieces of each line that are in none of the parcels; lines that are carried whole are missing. A parcel whose number
     * was cancelled carries nothing.
     *
     * @param ordered how many pieces of each line were ordered
     */
    public static Map<Integer, Integer> of(
            OrderId orderId, Map<Integer, Integer> ordered, Collection<ShipmentView> parcels) {
        Map<Integer, Integer> left = new TreeMap<>(ordered);
        for (ShipmentView parcel : parcels) {
            if (parcel.state().status() != ShipmentStatus.CANCELLED) {
                parcel.orders().stream()
                        .filter(carried -> carried.orderId().equals(orderId))
                        .forEach(carried -> take(left, carried));
            }
        }
        return left;
    }

    private static void take(Map<Integer, Integer> left, CarriedOrder carried) {
        if (carried.whole()) {
            left.clear();
        }
        left.replaceAll((line, pieces) -> pieces - carried.piecesOf(line, pieces));
        left.values().removeIf(pieces -> pieces <= 0);
    }
}
