package kr.dochak.benchmarks.promise;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** Weekends and national holidays, with the carnival's days, on which parcels rest. */
final class BrazilianHolidays {

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(4, 21),
            MonthDay.of(5, 1),
            MonthDay.of(9, 7),
            MonthDay.of(10, 12),
            MonthDay.of(11, 2),
            MonthDay.of(11, 15),
            MonthDay.of(12, 25));

    /** Days from Easter: carnival's Monday and Tuesday, Good Friday, Corpus Christi. */
    private static final Set<Long> FROM_EASTER = Set.of(-48L, -47L, -2L, 60L);

    private BrazilianHolidays() {}

    static boolean isClosed(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || FIXED.contains(MonthDay.from(day))
                || FROM_EASTER.contains(day.toEpochDay() - easter(day.getYear()).toEpochDay());
    }

    /** The Gregorian Easter, by Gauss's rule in Butcher's form. */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
