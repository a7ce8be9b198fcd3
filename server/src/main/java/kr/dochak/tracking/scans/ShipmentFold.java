package kr.dochak.tracking.scans;

import java.time.Instant;
import kr.dochak.shared.Moments;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ShipmentStatus;
import org.jspecify.annotations.Nullable;

/**
 * The one rule of how a scan changes a shipment (TRK-2). Scans come late, twice and out of order, so the status is not
 * "the last that came" but the greatest under one total order; any order and repetition of the same scans ends the same.
 */
final class ShipmentFold {

    private ShipmentFold() {}

    /** What a scan did: nothing (seen before), noted (recorded, status unchanged), or moved the shipment. */
    sealed interface Result {

        record Duplicate() implements Result {}

        record Noted(Folded state) implements Result {}

        record Moved(Folded state, ShipmentStatus from) implements Result {}
    }

    static Result fold(Folded state, Scan scan) {
        long hash = scan.hash();
        if (state.hasSeen(hash)) {
            return new Result.Duplicate();
        }
        boolean believed = isBelieved(scan, state);
        boolean wins = believed && wins(scan, hash, state);
        Folded next = noted(state, scan, hash, wins, believed);
        boolean moved = next.status() != state.status() || next.reason() != state.reason();
        return moved ? new Result.Moved(next, state.status()) : new Result.Noted(next);
    }

    private static Folded noted(Folded state, Scan scan, long hash, boolean wins, boolean believed) {
        return new Folded(
                state.id(),
                state.tenantId(),
                state.carrier(),
                state.oldest(),
                wins ? scan.status() : state.status(),
                wins ? scan.occurredAt() : state.statusAt(),
                wins ? hash : state.statusHash(),
                wins ? scan.reason() : state.reason(),
                wins ? scan.place() : state.place(),
                state.scanCount() == 0 ? scan.occurredAt() : Moments.later(state.lastScanAt(), scan.occurredAt()),
                believed ? delivered(state.deliveredAt(), scan) : state.deliveredAt(),
                state.scanCount() + 1,
                state.seenWith(hash),
                state.notDeliveredUntil(),
                state.calmUntil(),
                state.version());
    }

    /** Staff found that a delivery up to a moment was none; the carrier repeats it all the same (TRK-8). */
    private static boolean isBelieved(Scan scan, Folded state) {
        return scan.status() != ShipmentStatus.DELIVERED
                || state.notDeliveredUntil() == null
                || scan.occurredAt().isAfter(state.notDeliveredUntil());
    }

    /**
     * Weight first, then the carrier's time, then the later step, then the hash: total, so order of arrival never matters.
     */
    private static boolean wins(Scan scan, long hash, Folded state) {
        if (state.scanCount() == 0) {
            return true;
        }
        int order = Integer.compare(weight(scan.status()), weight(state.status()));
        if (order == 0) {
            order = scan.occurredAt().compareTo(state.statusAt());
        }
        if (order == 0) {
            order = Integer.compare(scan.status().rank(), state.status().rank());
        }
        if (order == 0) {
            order = Long.compare(hash, state.statusHash());
        }
        return order > 0;
    }

    /**
     * A registration never undoes a pick-up, and nothing but a return undoes a delivery: carriers send hub scans hours
     * after the parcel was handed over at the door.
     */
    private static int weight(ShipmentStatus status) {
        return switch (status) {
            case PENDING, INFO_RECEIVED -> 0;
            case DELIVERED, RETURNING, RETURNED -> 2;
            case PICKED_UP,
                    IN_TRANSIT,
                    OUT_FOR_DELIVERY,
                    AVAILABLE_FOR_PICKUP,
                    ATTEMPT_FAIL,
                    HELD,
                    EXCEPTION,
                    CANCELLED -> 1;
        };
    }

    private static @Nullable Instant delivered(@Nullable Instant known, Scan scan) {
        if (scan.status() != ShipmentStatus.DELIVERED) {
            return known;
        }
        return known == null ? scan.occurredAt() : Moments.earlier(scan.occurredAt(), known);
    }
}
