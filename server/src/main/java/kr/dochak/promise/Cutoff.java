package kr.dochak.promise;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import kr.dochak.shared.Seoul;

/** Until when an order leaves the same day (주문마감), and when the carrier fetches the day's parcels. */
record Cutoff(LocalTime orderBy, LocalTime fetchedAt) {

    /** When the carrier takes an order that was confirmed at this moment; closed days of the carrier are passed over. */
    Instant handover(Instant confirmedAt, CarrierCalendar calendar) {
        if (!calendar.hasTours()) {
            return confirmedAt;
        }
        return Seoul.instant(leavesOn(confirmedAt, calendar), fetchedAt);
    }

    /** Until when an order must be confirmed to leave with one confirmed now; none where a carrier fetches at any time. */
    Optional<Instant> lastOrder(Instant now, CarrierCalendar calendar) {
        return calendar.hasTours() ? Optional.of(Seoul.instant(leavesOn(now, calendar), orderBy)) : Optional.empty();
    }

    private LocalDate leavesOn(Instant confirmedAt, CarrierCalendar calendar) {
        ZonedDateTime local = Seoul.at(confirmedAt);
        LocalDate day = local.toLocalDate();
        boolean inTime = !local.toLocalTime().isAfter(orderBy) && calendar.isOpen(day);
        return inTime ? day : calendar.nextOpen(day);
    }
}
