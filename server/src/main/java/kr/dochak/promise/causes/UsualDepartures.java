package kr.dochak.promise.causes;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.Cutoff;
import kr.dochak.promise.windows.DeparturePlan;
import kr.dochak.promise.windows.DepartureTable;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;

/** When an order is usually ready and fetched, as its mall's cut-off plans it and its past orders show it. */
record UsualDepartures(
        Instant confirmedAt, MallId mall, Cutoff cutoff, CarrierCalendar calendar, DepartureTable departures) {

    /** Longer than any holidays. */
    private static final int MOST_DAYS = 15;

    /** A mall with one cut-off has centres that close their lists a little earlier. */
    private static final Duration LAST_MINUTE = Duration.ofMinutes(30);

    /**
     * What comes at the last minute before the cut-off may be prepared with what comes after it, unless it was labelled before that is.
     *
     * @param labelled null while it has no label
     */
    Window ready(@Nullable Instant labelled) {
        DeparturePlan plan = DeparturePlan.of(confirmedAt, cutoff, calendar);
        DeparturePlan next = DeparturePlan.of(confirmedAt.plus(LAST_MINUTE), cutoff, calendar);
        Window planned = departures.expected(mall, plan, calendar).ready();
        if (!calendar.hasTours() || next.handover().equals(plan.handover())) {
            return planned;
        }
        Window later = departures.expected(mall, next, calendar).ready();
        return labelled != null && labelled.isBefore(later.p10()) ? planned : later;
    }

    /** The first fetch that takes what is ready then: the planned one, or of a later day, since what is ready after a fetch may miss it. */
    Window fetched(Instant ready) {
        DeparturePlan plan = DeparturePlan.of(confirmedAt, cutoff, calendar);
        Window fetched = departures.expected(mall, plan, calendar).handover();
        for (int days = 0; days < MOST_DAYS && fetched.p50().isBefore(ready); days++) {
            Instant nextDay = Seoul.startOf(Seoul.dateOf(plan.handover()).plusDays(1));
            plan = DeparturePlan.of(nextDay.plus(Duration.ofSeconds(1)), cutoff, calendar);
            fetched = departures.expected(mall, plan, calendar).handover();
        }
        return fetched;
    }
}
