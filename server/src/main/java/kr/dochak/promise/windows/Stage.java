package kr.dochak.promise.windows;

import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentState;
import kr.dochak.tracking.ShipmentStatus;
import org.jspecify.annotations.Nullable;

/** How far a promise is on its way; each stage has its own remaining time. */
public enum Stage {
    ORDERED,
    PICKED_UP,
    IN_TRANSIT,
    OUT_FOR_DELIVERY,
    /** Known to be stuck: a jammed hub, weather, a wrong sort. */
    HELD,
    /** The driver was there and could not hand it over. */
    ATTEMPTED;

    public static Stage of(ShipmentState state) {
        return switch (state.status()) {
            case PENDING, INFO_RECEIVED, CANCELLED -> ORDERED;
            case PICKED_UP -> isStuck(state.reason()) ? HELD : PICKED_UP;
            case IN_TRANSIT -> isStuck(state.reason()) ? HELD : IN_TRANSIT;
            case OUT_FOR_DELIVERY, AVAILABLE_FOR_PICKUP, DELIVERED -> OUT_FOR_DELIVERY;
            case ATTEMPT_FAIL -> ATTEMPTED;
            case ShipmentStatus.HELD, EXCEPTION, RETURNING, RETURNED -> HELD;
        };
    }

    private static boolean isStuck(@Nullable ScanReason reason) {
        return reason != null;
    }

    /** The stage after which the parcel can still come: what must be reached for the promise to have a chance. */
    Stage next() {
        return switch (this) {
            case ORDERED -> PICKED_UP;
            case PICKED_UP, IN_TRANSIT, HELD, ATTEMPTED, OUT_FOR_DELIVERY -> OUT_FOR_DELIVERY;
        };
    }

    public static boolean ends(ShipmentStatus status) {
        return status == ShipmentStatus.DELIVERED
                || status == ShipmentStatus.RETURNED
                || status == ShipmentStatus.CANCELLED;
    }
}
