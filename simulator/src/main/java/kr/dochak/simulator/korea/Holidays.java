package kr.dochak.simulator.korea;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Public holidays of 2026 and 2027, substitutes included: a table, because lunar dates are not computed here. */
public final class Holidays {

    private static final Set<LocalDate> DAYS = Stream.of(
                    "2026-01-01 2026-02-16 2026-02-17 2026-02-18 2026-03-01 2026-03-02 2026-05-05 2026-05-24",
                    "2026-05-25 2026-06-03 2026-06-06 2026-07-17 2026-08-15 2026-08-17 2026-09-24 2026-09-25",
                    "2026-09-26 2026-10-03 2026-10-05 2026-10-09 2026-12-25",
                    "2027-01-01 2027-02-06 2027-02-07 2027-02-08 2027-02-09 2027-03-01 2027-05-05 2027-05-13",
                    "2027-06-06 2027-07-17 2027-08-15 2027-08-16 2027-09-14 2027-09-15 2027-09-16 2027-10-03",
                    "2027-10-04 2027-10-09 2027-10-11 2027-12-25 2027-12-27")
            .flatMap(line -> Stream.of(line.split(" ")))
            .map(LocalDate::parse)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<LocalDate> FESTIVALS = Stream.of(
                    "2026-02-16 2026-02-17 2026-02-18 2026-09-24 2026-09-25 2026-09-26",
                    "2027-02-06 2027-02-07 2027-02-08 2027-09-14 2027-09-15 2027-09-16")
            .flatMap(line -> Stream.of(line.split(" ")))
            .map(LocalDate::parse)
            .collect(Collectors.toUnmodifiableSet());

    private Holidays() {}

    public static boolean isHoliday(LocalDate day) {
        return DAYS.contains(day);
    }

    /** New year's day by the moon and the harvest festival: even those who deliver on Sundays rest. */
    public static boolean isFestival(LocalDate day) {
        return FESTIVALS.contains(day);
    }

    /** Centres pack and carriers collect on these days. */
    public static boolean isDispatchDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    public static LocalDate dispatchDayFrom(LocalDate day) {
        return isDispatchDay(day) ? day : dispatchDayFrom(day.plusDays(1));
    }
}
