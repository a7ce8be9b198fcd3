package kr.dochak.tracking;

/**
 * The one status vocabulary for all carriers (TRK-3). The rank orders the normal way of a parcel;
 * {@code ShipmentFold} decides which moves are allowed.
 */
public enum ShipmentStatus {
    PENDING(0),
    INFO_RECEIVED(1),
    PICKED_UP(2),
    IN_TRANSIT(3),
    OUT_FOR_DELIVERY(4),
    AVAILABLE_FOR_PICKUP(5),
    ATTEMPT_FAIL(5),
    /** It waits where it is, for a reason: the customs, a closed day, a wish, a store that keeps it. */
    HELD(5),
    EXCEPTION(5),
    DELIVERED(9),
    RETURNING(6),
    RETURNED(9),
    CANCELLED(9);

    private final int rank;

    ShipmentStatus(int rank) {
        this.rank = rank;
    }

    /** Breaks ties between scans of the same minute: the later step wins. */
    public int rank() {
        return rank;
    }

    /** True when a parcel in this status will not move on by itself any more. */
    public boolean isFinal() {
        return this == DELIVERED || this == RETURNED || this == CANCELLED;
    }
}
