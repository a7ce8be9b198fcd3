package kr.dochak.promise.learning;

import java.time.LocalDate;
import java.time.ZonedDateTime;

/** Weekday, hour, and how many of the coming days are working days: holidays are in there. */
final class CalendarFamily implements Family {

    private static final int[] AHEAD = {3, 7, 14};

    private final Week week;

    CalendarFamily(Week week) {
        this.week = week;
    }

    @Override
    public void describe(Journey journey, double now, Row row) {
        ZonedDateTime local = week.at(now);
        int weekday = local.getDayOfWeek().getValue();
        row.put("calendar.weekday", weekday);
        row.put("calendar.hour", local.getHour() + local.getMinute() / 60d);
        row.put("calendar.hour of week", (weekday - 1) * 24 + local.getHour());
        LocalDate today = local.toLocalDate();
        for (int ahead : AHEAD) {
            row.put("calendar.working days of " + ahead, week.workingDays(today, ahead));
        }
    }
}
