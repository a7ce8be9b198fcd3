package kr.dochak.promise.windows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import kr.dochak.calendar.Exceptions;
import kr.dochak.shared.Seoul;

/**
 * Until when an order leaves the same day (주문마감), when the carrier fetches the day's parcels, and on which days the mall has
 * any for it.
 */
public record Cutoff(LocalTime orderBy, LocalTime fetchedAt, DispatchDays days) {

    /** The same with days that the mall declared. */
    Cutoff with(Exceptions own) {
        return new Cutoff(orderBy, fetchedAt, new DispatchDays(days.closedOnSunday(), days.closedOnHoliday(), own));
    }

    /**
     * When the carrier takes an order that was confirmed at this moment; days on which it or the mall rests are passed over.
     */
    public Instant handover(Instant confirmedAt, CarrierCalendar calendar) {
        if (!calendar.hasTours()) {
            return confirmedAt;
        }
        return Seoul.instant(leavesOn(confirmedAt, calendar), fetchedAt);
    }

    /** Until when an order must be confirmed to leave with one confirmed now; none where a carrier fetches at any time. */
    public Optional<Instant> lastOrder(Instant now, CarrierCalendar calendar) {
        return calendar.hasTours() ? Optional.of(Seoul.instant(leavesOn(now, calendar), orderBy)) : Optional.empty();
    }

    private LocalDate leavesOn(Instant confirmedAt, CarrierCalendar calendar) {
        ZonedDateTime local = Seoul.at(confirmedAt);
        LocalDate day = local.toLocalDate();
        boolean inTime = !local.toLocalTime().isAfter(orderBy) && leavesOn(day, calendar);
        LocalDate leaves = inTime ? day : day.plusDays(1);
        while (!leavesOn(leaves, calendar)) {
            leaves = leaves.plusDays(1);
        }
        return leaves;
    }

    private boolean leavesOn(LocalDate day, CarrierCalendar calendar) {
        return calendar.isOpen(day) && days.isOpen(day, calendar.holidays());
    }

    /** Their calendar for an order's whole way: until it leaves, the days on which the mall rests do not count either. */
    public CarrierCalendar wholeWay(Instant handover, CarrierCalendar calendar) {
        return calendar.hasTours() ? calendar.waiting(Seoul.dateOf(handover), days) : calendar;
    }
}
