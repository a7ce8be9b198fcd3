package kr.dochak.opening;

import kr.dochak.tracking.ShipmentStatus;
import org.jspecify.annotations.Nullable;

/** Where a test order comes past, in order (SET-2). */
public enum TrialStation {
    PLACED(null, ""),
    PROMISED(null, ""),
    HANDED_OVER(null, ""),
    PICKED_UP(ShipmentStatus.PICKED_UP, "시험 집화"),
    IN_TRANSIT(ShipmentStatus.IN_TRANSIT, "시험 허브"),
    OUT_FOR_DELIVERY(ShipmentStatus.OUT_FOR_DELIVERY, "시험 배송점"),
    DELIVERED(ShipmentStatus.DELIVERED, "시험 문 앞"),
    /** What its customer was told arrived. */
    TOLD(null, "");

    private final @Nullable ShipmentStatus scan;
    private final String place;

    TrialStation(@Nullable ShipmentStatus scan, String place) {
        this.scan = scan;
        this.place = place;
    }

    /** The scan that leads there; null where none does. */
    @Nullable ShipmentStatus scan() {
        return scan;
    }

    String place() {
        return place;
    }
}
