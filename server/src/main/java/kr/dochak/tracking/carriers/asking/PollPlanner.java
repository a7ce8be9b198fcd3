package kr.dochak.tracking.carriers.asking;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import kr.dochak.shared.Moments;
import kr.dochak.tracking.ShipmentStatus;

/**
 * Which shipment to ask about next, so that a given number of calls finds the most changes soonest (TRK-1). Pure.
 *
 * <p>What asking is worth is what has been missed on average since we last knew: the chance that there is news now, over all
 * of the time, less what would have been found by then anyway. It grows with the hours in which such a parcel has news, and
 * with what waits for the news: a customer at the door, or somebody who has to look for a parcel that is silent.
 */
final class PollPlanner {

    /** Asked no more often than this, however likely a new scan is. */
    static final Duration SHORTEST = Duration.ofMinutes(10);
    /** And no less often: a parcel nobody expects anything of is looked at all the same. */
    static final Duration LONGEST = Duration.ofHours(6);

    private static final Duration SILENT = Duration.ofHours(24);
    private static final Duration STEP = Duration.ofMinutes(10);
    /**
     * Hours of unseen news that are worth a call: a parcel among hubs is asked every two hours, one that waits, in the
     * evening.
     */
    private static final double WORTH_A_CALL = 0.6;

    private static final int MOST_DOUBLINGS = 6;

    private PollPlanner() {}

    /** The best of these, at most as many as there are calls. */
    static List<WatchedShipment> choose(List<WatchedShipment> due, int calls, Instant now) {
        return due.stream()
                .sorted(Comparator.comparingDouble((WatchedShipment each) -> -worth(each, now))
                        .thenComparing(WatchedShipment::knownAt)
                        .thenComparing(WatchedShipment::shipmentId))
                .limit(Math.max(0, calls))
                .toList();
    }

    /** How much asking now would find, in hours for which scans went unseen. */
    static double worth(WatchedShipment parcel, Instant now) {
        return weight(parcel, now) * NewsRate.unseen(parcel.status(), parcel.knownAt(), now);
    }

    /** When to ask about it next: as soon as a new scan is likely enough to be worth a call. */
    static Instant next(WatchedShipment parcel, Instant now) {
        if (parcel.failures() > 0) {
            return now.plus(SHORTEST.multipliedBy(1L << Math.min(parcel.failures() - 1, 3)));
        }
        if (parcel.misses() > 0) {
            return now.plus(min(SHORTEST.multipliedBy(1L << Math.min(parcel.misses(), MOST_DOUBLINGS)), LONGEST));
        }
        Instant latest = parcel.knownAt().plus(LONGEST);
        Instant at = Moments.later(parcel.knownAt().plus(SHORTEST), now);
        while (at.isBefore(latest) && worth(parcel, at) < WORTH_A_CALL) {
            at = at.plus(STEP);
        }
        return at.isBefore(latest) ? at : Moments.later(latest, now);
    }

    /** A second route is asked when the first has answered nothing new for longer than parcels are silent (complaint 3). */
    static boolean needsSecondOpinion(WatchedShipment parcel, Instant now) {
        return parcel.lastScanAt().plus(SILENT).isBefore(now);
    }

    private static double weight(WatchedShipment parcel, Instant now) {
        double weight = switch (parcel.status()) {
            case ATTEMPT_FAIL, EXCEPTION -> 2;
            case OUT_FOR_DELIVERY -> 1.3;
            case PENDING, INFO_RECEIVED -> 0.9;
            default -> 1;
        };
        return needsSecondOpinion(parcel, now) && parcel.status() != ShipmentStatus.PENDING ? weight * 1.5 : weight;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
