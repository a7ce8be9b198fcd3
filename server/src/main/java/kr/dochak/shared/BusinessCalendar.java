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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Korea's business days (영업일): Saturday, Sunday, public holidays and their substitutes are closed.
 * Holidays are a table, never computed: lunar dates, elections and temporary holidays are declared, not derived.
 * Outside the years of the table only weekends are known to be closed.
 */
public final class BusinessCalendar {

    private static final String TABLE = "/calendar/holidays-kr.csv";

    /** Asked for every scan: looked up at once, not by comparing dates and names. */
    private final Set<LocalDate> closed;

    private final Set<LocalDate> family;

    /** A calendar with exactly these closed days besides weekends, each with its name. */
    public BusinessCalendar(Map<LocalDate, String> holidays) {
        this.closed = Set.copyOf(holidays.keySet());
        this.family = holidays.entrySet().stream()
                .filter(each -> isFamilyHoliday(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
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

    /** Reads {@code date,name} lines under a heading. */
    public static BusinessCalendar read(Reader table) {
        TreeMap<LocalDate, String> holidays = new TreeMap<>();
        new BufferedReader(table)
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .forEach(line -> {
                    int comma = line.indexOf(',');
                    holidays.put(LocalDate.parse(line.substring(0, comma)), line.substring(comma + 1));
                });
        return new BusinessCalendar(holidays);
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

    private static boolean isFamilyHoliday(String name) {
        return (name.contains("설날") || name.contains("추석")) && !name.contains("대체");
    }

    /** Neither a weekend nor a holiday. */
    public boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && open(day, true, true);
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
}
