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

/** When an order is usually ready and fetched, as its mall's cut-off plans it and its past orders show it. */
record UsualDepartures(
        Instant confirmedAt, MallId mall, Cutoff cutoff, CarrierCalendar calendar, DepartureTable departures) {

    /** Longer than any holidays. */
    private static final int MOST_DAYS = 15;

    Window ready() {
        return departures
                .expected(mall, DeparturePlan.of(confirmedAt, cutoff, calendar), calendar)
                .ready();
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
