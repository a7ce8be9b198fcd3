package kr.dochak.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kr.dochak.shared.BusinessCalendar.Holiday;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A18: the table of holidays against the law: which days, which substitutes, which elections, and the moon. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HolidayTableTests {

    private static final Set<String> FESTIVALS = Set.of("설날", "설날 연휴", "추석", "추석 연휴");

    /** What has a substitute also for a Saturday; 새해 첫날, 현충일 and elections have none at all. */
    private static final Set<String> REPLACED =
            Set.of("삼일절", "노동절", "어린이날", "부처님오신날", "제헌절", "광복절", "개천절", "한글날", "성탄절");

    private final TreeMap<LocalDate, Set<String>> table = BusinessCalendar.korea().holidays().stream()
            .collect(Collectors.toMap(Holiday::day, each -> Set.of(each.name().split("·")), (a, b) -> a, TreeMap::new));

    @ParameterizedTest
    @ValueSource(ints = {2025, 2026, 2027, 2028, 2029, 2030})
    void A18_each_year_has_the_holidays_of_the_sun(int year) {
        assertThat(named(year, "새해 첫날")).isEqualTo(LocalDate.of(year, 1, 1));
        assertThat(named(year, "삼일절")).isEqualTo(LocalDate.of(year, 3, 1));
        assertThat(named(year, "어린이날")).isEqualTo(LocalDate.of(year, 5, 5));
        assertThat(named(year, "현충일")).isEqualTo(LocalDate.of(year, 6, 6));
        assertThat(named(year, "광복절")).isEqualTo(LocalDate.of(year, 8, 15));
        assertThat(named(year, "개천절")).isEqualTo(LocalDate.of(year, 10, 3));
        assertThat(named(year, "한글날")).isEqualTo(LocalDate.of(year, 10, 9));
        assertThat(named(year, "성탄절")).isEqualTo(LocalDate.of(year, 12, 25));
    }

    @ParameterizedTest
    @ValueSource(ints = {2026, 2027, 2028, 2029, 2030})
    void A18_labour_day_and_constitution_day_are_holidays_since_2026(int year) {
        assertThat(named(year, "노동절")).isEqualTo(LocalDate.of(year, 5, 1));
        assertThat(named(year, "제헌절")).isEqualTo(LocalDate.of(year, 7, 17));
        assertThat(table).doesNotContainKeys(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 7, 17));
    }

    /** The decree: the first day after it that is no holiday, for a Sunday, for another holiday, and mostly for a Saturday. */
    @ParameterizedTest
    @ValueSource(ints = {2025, 2026, 2027, 2028, 2029, 2030})
    void A18_the_substitutes_are_those_of_the_decree(int year) {
        Set<LocalDate> expected = new TreeSet<>();
        Set<LocalDate> holidays = new TreeSet<>();
        ofYear(year).forEach((day, names) -> {
            if (names.stream().noneMatch(name -> name.contains("대체"))) {
                holidays.add(day);
            }
        });
        for (LocalDate day : Set.copyOf(holidays)) {
            if (isReplaced(day, table.get(day))) {
                expected.add(firstOpen(festivalEnd(day, table.get(day)), holidays));
            }
        }
        assertThat(ofYear(year).entrySet().stream()
                        .filter(each -> each.getValue().stream().anyMatch(name -> name.contains("대체")))
                        .map(Map.Entry::getKey))
                .containsExactlyElementsOf(expected);
    }

    private static boolean isReplaced(LocalDate day, Set<String> names) {
        boolean festival = names.stream().anyMatch(FESTIVALS::contains);
        boolean other = names.stream().anyMatch(REPLACED::contains);
        return (day.getDayOfWeek() == DayOfWeek.SUNDAY && (festival || other))
                || (day.getDayOfWeek() == DayOfWeek.SATURDAY && other)
                || (names.size() > 1 && (festival || other));
    }

    /** A substitute follows all three days of a festival. */
    private LocalDate festivalEnd(LocalDate day, Set<String> names) {
        LocalDate end = day;
        while (names.stream().anyMatch(FESTIVALS::contains)
                && table.getOrDefault(end.plusDays(1), Set.of()).stream().anyMatch(FESTIVALS::contains)) {
            end = end.plusDays(1);
        }
        return end;
    }

    private static LocalDate firstOpen(LocalDate after, Set<LocalDate> holidays) {
        LocalDate open = after.plusDays(1);
        while (holidays.contains(open) || open.getDayOfWeek().getValue() > 5) {
            open = open.plusDays(1);
        }
        return open;
    }

    /** By 공직선거법 article 34: 70, 50 or 30 days before the term ends, then Wednesday; a week later beside a holiday. */
    @ParameterizedTest
    @CsvSource({
        "지방선거일, 2026-06-30, 30, 2026-06-03",
        "국회의원 선거일, 2028-05-29, 50, 2028-04-12",
        "대통령 선거일, 2030-06-03, 70, 2030-03-27",
        "지방선거일, 2030-06-30, 30, 2030-06-12"
    })
    void A18_elections_are_on_the_day_of_the_law(String name, LocalDate endOfTerm, int before, LocalDate day) {
        LocalDate wednesday = endOfTerm.minusDays(before).with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY));
        while (isHoliday(wednesday.minusDays(1), name)
                || isHoliday(wednesday, name)
                || isHoliday(wednesday.plusDays(1), name)) {
            wednesday = wednesday.plusWeeks(1);
        }
        assertThat(wednesday).isEqualTo(day);
        assertThat(named(day.getYear(), name)).isEqualTo(day);
    }

    private boolean isHoliday(LocalDate day, String notThis) {
        return table.containsKey(day) && !table.get(day).contains(notThis);
    }

    @ParameterizedTest
    @ValueSource(ints = {2025, 2026, 2027, 2028, 2029, 2030})
    void A18_the_days_of_the_moon_begin_with_a_new_moon_over_seoul(int year) {
        assertThat(newMoonNear(named(year, "설날"))).isEqualTo(named(year, "설날"));
        assertThat(newMoonNear(named(year, "부처님오신날").minusDays(7)))
                .isEqualTo(named(year, "부처님오신날").minusDays(7));
        assertThat(newMoonNear(named(year, "추석").minusDays(14)))
                .isEqualTo(named(year, "추석").minusDays(14));
        for (String festival : Set.of("설날", "추석")) {
            LocalDate day = named(year, festival);
            assertThat(table.get(day.minusDays(1))).contains(festival + " 연휴");
            assertThat(table.get(day.plusDays(1))).contains(festival + " 연휴");
        }
    }

    @Test
    void A18_nothing_else_is_in_the_table() {
        for (int year = 2025; year <= 2030; year++) {
            Set<String> names =
                    ofYear(year).values().stream().flatMap(Set::stream).collect(Collectors.toSet());
            names.removeIf(name -> name.contains("대체")
                    || name.contains("선거일")
                    || FESTIVALS.contains(name)
                    || REPLACED.contains(name)
                    || name.equals("새해 첫날")
                    || name.equals("현충일"));
            assertThat(names).isEqualTo(year == 2025 ? Set.of("임시공휴일") : Set.of());
        }
        assertThat(BusinessCalendar.korea().lastYear()).isEqualTo(2030);
    }

    private TreeMap<LocalDate, Set<String>> ofYear(int year) {
        return new TreeMap<>(table.subMap(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)));
    }

    private LocalDate named(int year, String name) {
        return ofYear(year).entrySet().stream()
                .filter(each -> each.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + year));
    }

    /** The day in Seoul of the new moon nearest to a day; to some minutes (Meeus, Astronomical Algorithms, chapter 49). */
    private static LocalDate newMoonNear(LocalDate day) {
        double years = day.getYear() + (day.getDayOfYear() - 1) / 365.25 - 2000;
        LocalDate nearest = LocalDate.of(1, Month.JANUARY, 1);
        for (int lunation = -1; lunation <= 1; lunation++) {
            LocalDate moon = newMoon(Math.round(years * 12.3685) + lunation);
            if (Math.abs(moon.toEpochDay() - day.toEpochDay()) < Math.abs(nearest.toEpochDay() - day.toEpochDay())) {
                nearest = moon;
            }
        }
        return nearest;
    }

    private static LocalDate newMoon(long lunation) {
        double k = lunation;
        double t = k / 1236.85;
        double sun = Math.toRadians(2.5534 + 29.1053567 * k - 0.0000014 * t * t);
        double moon = Math.toRadians(201.5643 + 385.81693528 * k + 0.0107582 * t * t);
        double node = Math.toRadians(160.7108 + 390.67050284 * k - 0.0016118 * t * t);
        double e = 1 - 0.002516 * t;
        double julian = 2451550.09766
                + 29.530588861 * k
                + 0.00015437 * t * t
                - 0.4072 * Math.sin(moon)
                + 0.17241 * e * Math.sin(sun)
                + 0.01608 * Math.sin(2 * moon)
                + 0.01039 * Math.sin(2 * node)
                + 0.00739 * e * Math.sin(moon - sun)
                - 0.00514 * e * Math.sin(moon + sun)
                + 0.00208 * e * e * Math.sin(2 * sun)
                - 0.00111 * Math.sin(moon - 2 * node)
                - 0.00057 * Math.sin(moon + 2 * node)
                + 0.00056 * e * Math.sin(2 * moon + sun)
                - 0.00042 * Math.sin(3 * moon)
                + 0.00042 * e * Math.sin(sun + 2 * node)
                + 0.00038 * e * Math.sin(sun - 2 * node)
                - 0.00024 * e * Math.sin(2 * moon - sun);
        Instant at = Instant.EPOCH.plus(Duration.ofSeconds(Math.round((julian - 2440587.5) * 86_400 - 72)));
        return at.atZone(Seoul.ZONE).toLocalDate();
    }
}
