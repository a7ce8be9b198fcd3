package kr.dochak.promise.learning.features;

import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * Weekday and hour; and, where all time counts, how many of the coming days are working days. Where days off do not count
 * ({@link OpenTime}), that would only mark a festival, which a model has hardly ever seen.
 */
public final class CalendarFamily implements Family {

    private static final int[] AHEAD = {3, 7, 14};

    private final Week week;
    private final OpenTime openTime;

    public CalendarFamily(Week week, OpenTime openTime) {
        this.week = week;
        this.openTime = openTime;
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
            double working = openTime == OpenTime.ALWAYS ? week.workingDays(today, ahead) : Double.NaN;
            row.put("calendar.working days of " + ahead, working);
        }
    }
}
