package kr.dochak.promise;

import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.CarrierCalendars;
import kr.dochak.promise.windows.Cutoffs;
import kr.dochak.promise.windows.DepartureTable;

/**
 * What windows and promises are made from: one generation of what was learned, read as a whole and never changed. Whoever
 * works on something takes it once, so that nothing is half of one generation and half of the next.
 */
public record Knowledge(Reassessment rule, Cutoffs cutoffs, DepartureTable departures) {

    CarrierCalendars calendars() {
        return rule.calendars();
    }

    public CarrierCalendar calendarOf(String carrier, String origin) {
        return calendars().of(carrier, origin);
    }
}
