package kr.dochak.promise.learning.features;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Predicate;

/** Days and hours as people count them: a zone, and which days nobody works on. */
public final class Week {

    private static final double SECONDS_PER_DAY = 86_400;

    private final ZoneId zone;
    private final Predicate<LocalDate> closed;

    /** @param closed whether nobody works on a day: Sundays, holidays, as it is where the parcels are */
    public Week(ZoneId zone, Predicate<LocalDate> closed) {
        this.zone = zone;
        this.closed = closed;
    }

    ZonedDateTime at(double day) {
        return Instant.ofEpochSecond(Math.round(day * SECONDS_PER_DAY)).atZone(zone);
    }

    String day(double day) {
        return String.valueOf(at(day).getDayOfWeek().getValue());
    }

    /** How many of the coming days, today not among them, are working days. */
    int workingDays(LocalDate today, int ahead) {
        int open = 0;
        for (int i = 1; i <= ahead; i++) {
            open += closed.test(today.plusDays(i)) ? 0 : 1;
        }
        return open;
    }
}
