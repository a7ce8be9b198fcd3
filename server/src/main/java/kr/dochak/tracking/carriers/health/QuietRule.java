package kr.dochak.tracking.carriers.health;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Predicate;
import kr.dochak.shared.Seoul;

/** When a carrier that sends scans by itself has fallen silent (TRK-5): by what it sent in the same hours before. Pure. */
final class QuietRule {

    /** A pause that alarms nobody. */
    static final Duration SHORTEST = Duration.ofHours(2);

    private static final Duration WEEK = Duration.ofDays(7);

    /** Fewer scans than these may be missing by chance. */
    static final long FEWEST = 20;

    private QuietRule() {}

    /**
     * How many scans should have come since the last: of one week ago and two weeks ago the lesser, hour by hour, so that
     * a nightly pause, a Sunday and a week of its own alarm nobody. Before the first week is over there is no usual.
     *
     * @param byHour scans by the hour in which they came
     * @return 0 while the silence is too short to be one
     */
    static long missing(Map<Instant, Long> byHour, Instant last, Instant now, Predicate<LocalDate> isHoliday) {
        if (Duration.between(last, now).compareTo(SHORTEST) < 0) {
            return 0;
        }
        Instant first = byHour.keySet().stream().min(Instant::compareTo).orElse(last);
        long missing = 0;
        Instant hour = last.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        for (; !hour.plus(1, ChronoUnit.HOURS).isAfter(now); hour = hour.plus(1, ChronoUnit.HOURS)) {
            if (!isHoliday.test(Seoul.dateOf(hour))) {
                missing += usual(byHour, hour, first);
            }
        }
        return missing;
    }

    private static long usual(Map<Instant, Long> byHour, Instant hour, Instant first) {
        long lastWeek = byHour.getOrDefault(hour.minus(WEEK), 0L);
        Instant twoWeeks = hour.minus(WEEK).minus(WEEK);
        return first.isAfter(twoWeeks) ? lastWeek : Math.min(lastWeek, byHour.getOrDefault(twoWeeks, 0L));
    }
}
