package kr.dochak.care.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import kr.dochak.shared.BusinessCalendar;
import kr.dochak.shared.BusinessHours;
import kr.dochak.shared.Seoul;

/**
 * Moves the moment of a business clock from one calendar to another: as much business time as was left stays left. Pure.
 *
 * @param changed the day in which they differ; a moment before it stays
 */
public record ClockShift(
        BusinessCalendar before, BusinessCalendar after, BusinessHours hours, LocalDate changed, Instant now) {

    public Instant of(Instant due) {
        if (!due.isAfter(now) || due.isBefore(Seoul.startOf(changed))) {
            return due;
        }
        Duration left = before.businessTimeBetween(now, due, hours);
        return after.plusBusinessTime(now, left, hours);
    }
}
