package kr.dochak.promise;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import kr.dochak.shared.BusinessCalendar;
import kr.dochak.shared.Seoul;

/**
 * On which days and at which hours a carrier delivers. Open time is time on open days; a closed day stops the clock.
 * A carrier we know nothing of works always, as learned lanes then contain its habits.
 *
 * @param closedOnFamilyHoliday rests on the days of 설날 and 추석, though it may work on other holidays
 * @param tourLeaves a parcel not with the driver by then does not come that day any more
 */
record CarrierCalendar(
        BusinessCalendar holidays,
        boolean closedOnSunday,
        boolean closedOnHoliday,
        boolean closedOnFamilyHoliday,
        LocalTime tourLeaves,
        LocalTime deliversFrom,
        LocalTime deliversUntil) {

    static CarrierCalendar always(BusinessCalendar holidays) {
        return new CarrierCalendar(
                holidays,
                false,
                false,
                false,
                LocalTime.MAX.withNano(0),
                LocalTime.MIDNIGHT,
                LocalTime.MAX.withNano(0));
    }

    boolean hasTours() {
        return !deliversFrom.equals(LocalTime.MIDNIGHT);
    }

    boolean isOpen(LocalDate day) {
        return holidays.open(day, closedOnSunday, closedOnHoliday)
                && !(closedOnFamilyHoliday && holidays.isFamilyHoliday(day));
    }

    /** The moment when so much open time has passed. */
    Instant plus(Instant from, Duration openTime) {
        ZonedDateTime at = Seoul.at(from);
        Duration left = openTime;
        while (true) {
            ZonedDateTime midnight = at.toLocalDate().plusDays(1).atStartOfDay(Seoul.ZONE);
            Duration today = isOpen(at.toLocalDate()) ? Duration.between(at, midnight) : Duration.ZERO;
            if (left.compareTo(today) < 0) {
                return at.plus(left).toInstant();
            }
            left = left.minus(today);
            at = midnight;
        }
    }

    /** The latest moment from which so much open time passes until {@code to}: the inverse of {@link #plus}. */
    Instant minus(Instant to, Duration openTime) {
        ZonedDateTime at = Seoul.at(to);
        Duration left = openTime;
        while (true) {
            LocalDate day = at.minusNanos(1).toLocalDate();
            ZonedDateTime midnight = day.atStartOfDay(Seoul.ZONE);
            Duration today = isOpen(day) ? Duration.between(midnight, at) : Duration.ZERO;
            if (left.compareTo(today) <= 0) {
                return at.minus(left).toInstant();
            }
            left = left.minus(today);
            at = midnight;
        }
    }

    /** Open time between two moments; none when the second is not later. */
    Duration between(Instant from, Instant to) {
        Duration open = Duration.ZERO;
        ZonedDateTime at = Seoul.at(from);
        ZonedDateTime end = Seoul.at(to);
        while (at.isBefore(end)) {
            ZonedDateTime midnight = at.toLocalDate().plusDays(1).atStartOfDay(Seoul.ZONE);
            ZonedDateTime until = midnight.isBefore(end) ? midnight : end;
            if (isOpen(at.toLocalDate())) {
                open = open.plus(Duration.between(at, until));
            }
            at = until;
        }
        return open;
    }

    /** By how much open time a moment is after what was planned; negative when it is before. */
    Duration shift(Instant planned, Instant at) {
        return at.isBefore(planned) ? between(at, planned).negated() : between(planned, at);
    }

    /** What was planned, moved by so much open time: the inverse of {@link #shift}. */
    Instant shifted(Instant planned, Duration shift) {
        return shift.isNegative() ? minus(planned, shift.negated()) : plus(planned, shift);
    }

    /** The same moment if the carrier delivers then, else the first moment at which it does. */
    Instant deliverable(Instant at, LocalTime ifMoved) {
        ZonedDateTime local = Seoul.at(at);
        if (isOpen(local.toLocalDate()) && !local.toLocalTime().isAfter(deliversUntil)) {
            return local.toLocalTime().isBefore(deliversFrom) ? Seoul.instant(local.toLocalDate(), ifMoved) : at;
        }
        return Seoul.instant(nextOpen(local.toLocalDate()), ifMoved);
    }

    /** The same moment if the carrier delivers then, else the end of its last tour: what has come by night came by then. */
    Instant delivered(Instant by) {
        ZonedDateTime local = Seoul.at(by);
        LocalDate day = local.toLocalDate();
        if (isOpen(day) && !local.toLocalTime().isBefore(deliversFrom)) {
            return local.toLocalTime().isAfter(deliversUntil) ? Seoul.instant(day, deliversUntil) : by;
        }
        return Seoul.instant(lastOpen(day.minusDays(1)), deliversUntil);
    }

    /** The day itself when the carrier delivers then, else the last day before on which it does. */
    LocalDate lastOpen(LocalDate day) {
        LocalDate last = day;
        while (!isOpen(last)) {
            last = last.minusDays(1);
        }
        return last;
    }

    LocalDate nextOpen(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isOpen(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
