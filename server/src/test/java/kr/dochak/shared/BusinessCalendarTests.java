package kr.dochak.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BusinessCalendarTests {

    private static final BusinessHours WITH_LUNCH = new BusinessHours(List.of(
            new BusinessHours.Span(LocalTime.of(9, 0), LocalTime.of(12, 0)),
            new BusinessHours.Span(LocalTime.of(13, 0), LocalTime.of(18, 0))));

    private final BusinessCalendar korea = BusinessCalendar.korea();

    @ParameterizedTest
    @CsvSource(textBlock = """
            # an ordinary week
            2026-11-20, true
            2026-11-21, false
            2026-11-22, false
            2026-11-23, true
            # 설: three days; a Sunday among them is replaced, a Saturday is not
            2026-02-16, false
            2026-02-18, false
            2026-02-19, true
            2027-02-08, false
            2027-02-09, false
            2027-02-10, true
            # 추석 meeting a Sunday (2025), a Saturday (2026: no substitute), 개천절 (2028)
            2025-10-08, false
            2025-10-09, false
            2025-10-10, true
            2026-09-24, false
            2026-09-28, true
            2028-10-04, false
            2028-10-05, false
            2028-10-06, true
            # substitutes of other days, a temporary holiday, elections
            2025-01-27, false
            2025-03-03, false
            2025-05-06, false
            2025-06-03, false
            2026-03-02, false
            2026-05-25, false
            2026-06-03, false
            2026-08-17, false
            2026-10-05, false
            2027-08-16, false
            2027-10-11, false
            2027-12-27, false
            2028-04-12, false
            # never substituted, and a holiday again since 2026
            2026-06-08, true
            2027-06-07, true
            2026-07-17, false
            2025-07-17, true
            # since 2026 with substitutes: 제헌절, 노동절
            2027-07-19, false
            2026-05-01, false
            2027-05-03, false
            2025-05-01, true
            2029-05-07, false
            2030-03-27, false
            2030-06-12, false
            """)
    void a_business_day_is_neither_weekend_nor_holiday_nor_substitute(LocalDate day, boolean open) {
        assertThat(korea.isBusinessDay(day)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-23, 0, 2026-11-23
            2026-11-21, 0, 2026-11-23
            2026-11-23, 1, 2026-11-24
            2026-11-23, 3, 2026-11-26
            2026-11-20, 3, 2026-11-25
            2026-11-21, 3, 2026-11-25
            # over 설 and its weekend
            2026-02-13, 1, 2026-02-19
            2026-02-12, 3, 2026-02-20
            # over 추석 2025 with a substitute, 한글날 and 개천절 in one
            2025-10-02, 1, 2025-10-10
            2025-10-02, 3, 2025-10-14
            2026-12-31, 1, 2027-01-04
            """)
    void PERIOD_business_days_are_counted_from_the_day_after(LocalDate from, int days, LocalDate expected) {
        assertThat(korea.plusBusinessDays(from, days)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-16, 7, 2026-11-23
            2026-11-14, 7, 2026-11-23
            2026-11-15, 7, 2026-11-23
            2026-09-17, 7, 2026-09-28
            2025-09-28, 7, 2025-10-10
            """)
    void PERIOD_a_last_day_on_a_closed_day_moves_to_the_next_open_one(LocalDate from, int days, LocalDate expected) {
        assertThat(korea.lastDayOfPeriod(from, days)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-23T10:00, PT4H,  2026-11-23T14:00
            2026-11-23T10:00, PT8H,  2026-11-23T18:00
            2026-11-23T17:30, PT1H,  2026-11-24T09:30
            2026-11-23T07:00, PT1H,  2026-11-23T10:00
            2026-11-23T18:00, PT1H,  2026-11-24T10:00
            2026-11-20T17:00, PT4H,  2026-11-23T12:00
            2026-11-21T03:00, PT0S,  2026-11-23T09:00
            2026-11-23T10:00, PT24H, 2026-11-25T16:00
            2026-02-13T16:00, PT4H,  2026-02-19T11:00
            2025-10-02T17:00, PT2H,  2025-10-10T10:00
            """)
    void business_time_stands_still_at_night_on_weekends_and_on_holidays(
            LocalDateTime from, Duration time, LocalDateTime expected) {
        assertThat(plus(from, time, BusinessHours.NINE_TO_SIX)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-23T11:30, PT1H, 2026-11-23T13:30
            2026-11-23T12:30, PT1H, 2026-11-23T14:00
            2026-11-23T09:00, PT8H, 2026-11-23T18:00
            2026-11-23T17:00, PT2H, 2026-11-24T10:00
            """)
    void business_time_stands_still_at_lunch(LocalDateTime from, Duration time, LocalDateTime expected) {
        assertThat(plus(from, time, WITH_LUNCH)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-22, true,  true,  false
            2026-11-22, false, true,  true
            2026-11-21, true,  true,  true
            2026-12-25, true,  true,  false
            2026-12-25, true,  false, true
            2025-10-05, false, false, true
            2025-10-05, false, true,  false
            """)
    void each_carrier_rests_by_its_own_rule(LocalDate day, boolean sunday, boolean holiday, boolean open) {
        assertThat(korea.open(day, sunday, holiday)).isEqualTo(open);
    }

    @Test
    void the_table_knows_these_years() {
        assertThat(List.of(2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031).stream()
                        .filter(year -> korea.isHoliday(LocalDate.of(year, 1, 1)))
                        .toList())
                .containsExactly(2025, 2026, 2027, 2028, 2029, 2030);
    }

    private LocalDateTime plus(LocalDateTime from, Duration time, BusinessHours hours) {
        return Seoul.at(korea.plusBusinessTime(from.atZone(Seoul.ZONE).toInstant(), time, hours))
                .toLocalDateTime();
    }
}
