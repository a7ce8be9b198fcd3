package kr.dochak.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Korea's business days (영업일): Saturday, Sunday, public holidays and their substitutes are closed; outside the years of
 * the table only weekends are. Holidays are a table, never computed: lunar dates, elections and temporary holidays are
 * declared, not derived.
 */
public final class BusinessCalendar {

    private static final String TABLE = "/calendar/holidays-kr.csv";

    /** A public holiday of the table, by its name in both languages. */
    public record Holiday(LocalDate day, String name, String english) {

        /** One of the three days of 설날 or 추석; their substitutes are ordinary holidays. */
        boolean isFamilyHoliday() {
            return (name.contains("설날") || name.contains("추석")) && !name.contains("대체");
        }
    }

    private final List<Holiday> table;

    /** Asked for every scan: looked up at once, not by comparing dates and names. */
    private final Set<LocalDate> closed;

    private final Set<LocalDate> family;

    /** Days on which somebody works whatever they are. */
    private final Set<LocalDate> worked;

    private BusinessCalendar(List<Holiday> table, Set<LocalDate> closed, Set<LocalDate> family, Set<LocalDate> worked) {
        this.table = List.copyOf(table);
        this.closed = Set.copyOf(closed);
        this.family = Set.copyOf(family);
        this.worked = Set.copyOf(worked);
    }

    /** The calendar that comes with the product. */
    public static BusinessCalendar korea() {
        try (InputStream table = BusinessCalendar.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException("no holidays at " + TABLE);
            }
            return read(new InputStreamReader(table, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("holidays cannot be read", e);
        }
    }

    /** Reads {@code date,name,english} lines under a heading; what begins with # is a remark. */
    public static BusinessCalendar read(Reader lines) {
        List<Holiday> table = new BufferedReader(lines)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .skip(1)
                .map(line -> line.split(",", 3))
                .map(parts -> new Holiday(LocalDate.parse(parts[0]), parts[1], parts[2]))
                .sorted(Comparator.comparing(Holiday::day))
                .toList();
        return new BusinessCalendar(table, days(table, each -> true), days(table, Holiday::isFamilyHoliday), Set.of());
    }

    private static Set<LocalDate> days(List<Holiday> table, Predicate<Holiday> which) {
        return table.stream().filter(which).map(Holiday::day).collect(Collectors.toSet());
    }

    /**
     * The same with days that were declared since: further holidays, none of which is a family holiday, and holidays that are
     * none after all.
     */
    public BusinessCalendar with(Set<LocalDate> holidays, Set<LocalDate> noHolidays) {
        Set<LocalDate> nowClosed = without(closed, noHolidays);
        nowClosed.addAll(holidays);
        return new BusinessCalendar(table, nowClosed, without(family, noHolidays), without(worked, holidays));
    }

    /** The same for somebody who works on these days, be they weekends or holidays. */
    public BusinessCalendar working(Set<LocalDate> days) {
        Set<LocalDate> all = new HashSet<>(worked);
        all.addAll(days);
        return new BusinessCalendar(table, closed, family, all);
    }

    private static Set<LocalDate> without(Set<LocalDate> days, Set<LocalDate> these) {
        Set<LocalDate> left = new HashSet<>(days);
        left.removeAll(these);
        return left;
    }

    /** The public holidays of the table, in their order; nothing that was declared since. */
    public List<Holiday> holidays() {
        return table;
    }

    /** The last year of the table. */
    public int lastYear() {
        return table.getLast().day().getYear();
    }

    public boolean isHoliday(LocalDate day) {
        return closed.contains(day);
    }

    /**
     * One of the days of 설날 or 추석, on which also those rest who work every other holiday; their substitute days are
     * ordinary holidays.
     */
    public boolean isFamilyHoliday(LocalDate day) {
        return family.contains(day);
    }

    /** Neither a weekend nor a holiday. */
    public boolean isBusinessDay(LocalDate day) {
        return worked.contains(day) || (day.getDayOfWeek() != DayOfWeek.SATURDAY && open(day, true, true));
    }

    /** Whether someone who rests on Sundays, on holidays, on both or never works on this day; carriers differ. */
    public boolean open(LocalDate day, boolean closedOnSunday, boolean closedOnHoliday) {
        return !(closedOnSunday && day.getDayOfWeek() == DayOfWeek.SUNDAY) && !(closedOnHoliday && isHoliday(day));
    }

    /** The day itself when it is a business day, else the next one. */
    public LocalDate businessDayFrom(LocalDate day) {
        LocalDate open = day;
        while (!isBusinessDay(open)) {
            open = open.plusDays(1);
        }
        return open;
    }

    /** The n-th business day after a day, which itself is not counted (민법 157); zero means the day or the next open one. */
    public LocalDate plusBusinessDays(LocalDate day, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("negative business days: " + days);
        }
        if (days == 0) {
            return businessDayFrom(day);
        }
        LocalDate at = day;
        for (int i = 0; i < days; i++) {
            at = businessDayFrom(at.plusDays(1));
        }
        return at;
    }

    /**
     * The last day of a period of calendar days: the first day is not counted (민법 157), and a last day on a weekend or
     * holiday moves to the next business day (민법 161).
     */
    public LocalDate lastDayOfPeriod(LocalDate from, int days) {
        return businessDayFrom(from.plusDays(days));
    }

    /** The moment when this much time has passed, counted only within the hours of business days. */
    public Instant plusBusinessTime(Instant from, Duration time, BusinessHours hours) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("negative business time: " + time);
        }
        Duration left = time;
        for (LocalDate day = businessDayFrom(Seoul.dateOf(from)); ; day = businessDayFrom(day.plusDays(1))) {
            for (BusinessHours.Span span : hours.spans()) {
                Instant start = Moments.later(from, Seoul.instant(day, span.from()));
                Duration room = Duration.between(start, Seoul.instant(day, span.to()));
                if (room.isPositive() && left.compareTo(room) <= 0) {
                    return start.plus(left);
                }
                left = room.isPositive() ? left.minus(room) : left;
            }
        }
    }

    /** How much time passes between two moments within the hours of business days; none when the second is not later. */
    public Duration businessTimeBetween(Instant from, Instant to, BusinessHours hours) {
        Duration passed = Duration.ZERO;
        LocalDate last = Seoul.dateOf(to);
        for (LocalDate day = Seoul.dateOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (BusinessHours.Span span : isBusinessDay(day) ? hours.spans() : List.<BusinessHours.Span>of()) {
                Instant start = Moments.later(from, Seoul.instant(day, span.from()));
                Instant end = Moments.earlier(to, Seoul.instant(day, span.to()));
                passed = start.isBefore(end) ? passed.plus(Duration.between(start, end)) : passed;
            }
        }
        return passed;
    }
}
