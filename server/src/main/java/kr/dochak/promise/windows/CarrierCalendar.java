package kr.dochak.promise.windows;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import kr.dochak.calendar.Exceptions;
import kr.dochak.shared.BusinessCalendar;
import kr.dochak.shared.Moments;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;

/**
 * On which days and at which hours a carrier delivers; open time is time on open days, and a closed day stops the
 * clock. A carrier of which nothing is known always works, as learned lanes then contain its habits.
 *
 * @param closedOnFamilyHoliday rests on the days of 설날 and 추석, though it may work on other holidays
 * @param tourLeaves a parcel not with the driver by then does not come that day any more
 * @param own days declared for it or for all carriers, which count more than its rule
 * @param waiting for an order that is not handed over yet: its mall's days off are closed until then; null for the rest
 */
public record CarrierCalendar(
        BusinessCalendar holidays,
        boolean closedOnSunday,
        boolean closedOnHoliday,
        boolean closedOnFamilyHoliday,
        LocalTime tourLeaves,
        LocalTime deliversFrom,
        LocalTime deliversUntil,
        Exceptions own,
        @Nullable Waiting waiting) {

    /** Until which day an order waits for its hand-over, and on which days before it its mall works. */
    record Waiting(LocalDate until, DispatchDays days) {}

    static CarrierCalendar always(BusinessCalendar holidays) {
        return new CarrierCalendar(
                holidays,
                false,
                false,
                false,
                LocalTime.MAX.withNano(0),
                LocalTime.MIDNIGHT,
                LocalTime.MAX.withNano(0),
                Exceptions.NONE,
                null);
    }

    public boolean hasTours() {
        return !deliversFrom.equals(LocalTime.MIDNIGHT);
    }

    /** The same as if a day had not been declared closed, for it or for the nation; a Sunday on which it rests stays one. */
    public CarrierCalendar without(LocalDate closed) {
        boolean rests = closedOnSunday && closed.getDayOfWeek() == DayOfWeek.SUNDAY;
        return new CarrierCalendar(
                holidays,
                closedOnSunday,
                closedOnHoliday,
                closedOnFamilyHoliday,
                tourLeaves,
                deliversFrom,
                deliversUntil,
                own.without(closed, rests),
                waiting);
    }

    /** The same for an order that waits for its hand-over: its mall's days off before that are closed too. */
    CarrierCalendar waiting(LocalDate until, DispatchDays days) {
        return new CarrierCalendar(
                holidays,
                closedOnSunday,
                closedOnHoliday,
                closedOnFamilyHoliday,
                tourLeaves,
                deliversFrom,
                deliversUntil,
                own,
                new Waiting(until, days));
    }

    public boolean isOpen(LocalDate day) {
        boolean usually = holidays.open(day, closedOnSunday, closedOnHoliday)
                && !(closedOnFamilyHoliday && holidays.isFamilyHoliday(day));
        return own.isOpen(day, usually)
                && (waiting == null || !day.isBefore(waiting.until) || waiting.days.isOpen(day, holidays));
    }

    /** The moment when so much open time has passed. */
    public Instant plus(Instant from, Duration openTime) {
        Instant at = from;
        LocalDate day = Seoul.dateOf(from);
        Duration left = openTime;
        while (true) {
            LocalDate next = day.plusDays(1);
            Instant midnight = Seoul.startOf(next);
            Duration today = isOpen(day) ? Duration.between(at, midnight) : Duration.ZERO;
            if (left.compareTo(today) < 0) {
                return at.plus(left);
            }
            left = left.minus(today);
            at = midnight;
            day = next;
        }
    }

    /** The latest moment from which so much open time passes until {@code to}: the inverse of {@link #plus}. */
    Instant minus(Instant to, Duration openTime) {
        Instant at = to;
        LocalDate day = Seoul.dateOf(to.minusNanos(1));
        Duration left = openTime;
        while (true) {
            Instant midnight = Seoul.startOf(day);
            Duration today = isOpen(day) ? Duration.between(midnight, at) : Duration.ZERO;
            if (left.compareTo(today) <= 0) {
                return at.minus(left);
            }
            left = left.minus(today);
            at = midnight;
            day = day.minusDays(1);
        }
    }

    /** Open time between two moments; none when the second is not later. */
    public Duration between(Instant from, Instant to) {
        Duration open = Duration.ZERO;
        Instant at = from;
        LocalDate day = Seoul.dateOf(from);
        while (at.isBefore(to)) {
            LocalDate next = day.plusDays(1);
            Instant midnight = Seoul.startOf(next);
            Instant until = Moments.earlier(midnight, to);
            if (isOpen(day)) {
                open = open.plus(Duration.between(at, until));
            }
            at = until;
            day = next;
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
        LocalDate day = Seoul.dateOf(at);
        LocalTime time = Seoul.timeOf(at);
        if (isOpen(day) && !time.isAfter(deliversUntil)) {
            return time.isBefore(deliversFrom) ? Seoul.instant(day, ifMoved) : at;
        }
        return Seoul.instant(nextOpen(day), ifMoved);
    }

    /** The same moment if the carrier delivers then, else the end of its last tour: what has come by night came by then. */
    Instant delivered(Instant by) {
        LocalDate day = Seoul.dateOf(by);
        LocalTime time = Seoul.timeOf(by);
        if (isOpen(day) && !time.isBefore(deliversFrom)) {
            return time.isAfter(deliversUntil) ? Seoul.instant(day, deliversUntil) : by;
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
