package kr.dochak.promise;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import kr.dochak.promise.Reassessment.Reassessed;
import kr.dochak.promise.causes.CauseRule.Preparation;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.Stage;
import kr.dochak.shared.Moments;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.ShipmentState;

/**
 * How long what a look found holds (PRM-2): until then a scan that changes neither status nor reason leaves nothing to
 * write, so nobody need compute that. A parcel goes through hub after hub by night, and its window is the same after
 * each.
 */
final class Calm {

    /** What was learned, or is warned of, changes by the day. The longest that holds is taken, halving from here. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private static final int HALVES = 4;

    private final Reassessment rule;

    Calm(Reassessment rule) {
        this.rule = rule;
    }

    /** By shipment; where several promises travel in one parcel, the first of them to stir counts. */
    Map<ShipmentId, Instant> of(List<Reassessed> seen, Map<ShipmentId, ShipmentState> states, Instant now) {
        Map<ShipmentId, Instant> calm = new HashMap<>();
        for (Reassessed each : seen) {
            ShipmentId shipment = Objects.requireNonNull(each.before().shipmentId());
            Instant until = until(each, Objects.requireNonNull(states.get(shipment)), now);
            calm.merge(shipment, until, Moments::earlier);
        }
        return calm;
    }

    /**
     * The latest of some moments at which a look would still write nothing, or now: from one day's tour to the next
     * windows only give way to passing time. Only between hubs, where most scans are made: of a late parcel each
     * counts, since it is counted by place.
     */
    Instant until(Reassessed seen, ShipmentState state, Instant now) {
        PromiseRow written = seen.matters() ? seen.after() : seen.before();
        Instant check = written.checkAt();
        if (written.stage() != Stage.IN_TRANSIT || written.found() != null || check == null || !written.isOpen()) {
            return now;
        }
        Instant last = Moments.earlier(check, nextTour(written, now)).minusSeconds(1);
        return IntStream.range(0, HALVES)
                .mapToObj(half -> now.plus(LONGEST.dividedBy(1L << half)))
                .map(until -> Moments.earlier(until, last))
                .filter(until -> now.isBefore(until) && holds(written, state, until))
                .findFirst()
                .orElse(now);
    }

    private boolean holds(PromiseRow row, ShipmentState state, Instant at) {
        return !rule.look(row, state, Preparation.PACKED, at).matters();
    }

    /** From then on a parcel that is not on a van comes by another tour. */
    private Instant nextTour(PromiseRow row, Instant now) {
        CarrierCalendar calendar = rule.calendars().of(row.carrier(), row.origin());
        LocalDate today = Seoul.dateOf(now);
        Instant tour = Seoul.instant(today, calendar.tourLeaves());
        return tour.isAfter(now) ? tour : Seoul.instant(today.plusDays(1), calendar.tourLeaves());
    }
}
