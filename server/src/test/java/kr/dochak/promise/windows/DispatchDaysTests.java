package kr.dochak.promise.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import kr.dochak.calendar.Exceptions;
import kr.dochak.promise.windows.DispatchDays.Kind;
import kr.dochak.promise.windows.DispatchDays.Tally;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PRM-1: on which days a mall hands parcels over, and what counts of an order's way. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DispatchDaysTests {

    /** In 2026 Saturday 3 October is a holiday, Monday 5 October its substitute: CJ delivers on both, no mall packs. */
    @ParameterizedTest(name = "{0} {1} → {2}: {3} hours count")
    @CsvSource(delimiter = '|', textBlock = """
            CJ   | 월 20:00         | 수 15:00         | 43
            CJ   | 토 10:00         | 일 15:00         | 29
            CJ   | 토 20:00         | 다음 화 15:00    | 43
            CJ   | 일 10:00         | 다음 화 15:00    | 39
            CJ   | 2026-10-02 20:00 | 2026-10-07 15:00 | 43
            CJ   | 2026-10-02 10:00 | 2026-10-03 15:00 | 29
            CJ   | 2026-09-23 20:00 | 2026-09-29 15:00 | 43
            한진 | 토 10:00         | 다음 월 15:00    | 29
            한진 | 토 20:00         | 다음 화 15:00    | 43
            모름 | 토 20:00         | 다음 화 15:00    | 67
            """)
    void PRM_1_an_order_that_waits_for_its_mall_takes_no_longer_than_another(
            String carrier, String ordered, String delivered, int hours) {
        Instant from = Rules.at(ordered);
        Instant to = Rules.at(delivered);
        CarrierCalendar calendar = Rules.calendar(carrier);
        CarrierCalendar wholeWay = Rules.CUTOFF.wholeWay(Rules.CUTOFF.handover(from, calendar), calendar);
        assertThat(wholeWay.between(from, to)).isEqualTo(Duration.ofHours(hours));
        assertThat(wholeWay.plus(from, Duration.ofHours(hours))).isEqualTo(to);
    }

    @ParameterizedTest(name = "a week''s {0}, {1} Sundays {2}, {3} holidays {4}: rests on Sundays {5}, on holidays {6}")
    @CsvSource({
        // parcels of ordinary days, of which there were 20; Sundays and their parcels; holidays and theirs
        "2000, 4, 0, 1, 0, true, true",
        "2000, 4, 39, 1, 9, true, true",
        "2000, 4, 40, 1, 10, false, false",
        "2000, 4, 300, 0, 0, false, true",
        "2000, 0, 0, 2, 90, true, false",
        "199, 4, 199, 1, 50, true, true",
    })
    void PRM_5_a_mall_works_on_sundays_when_it_hands_over_a_tenth_of_another_day(
            long ordinary,
            int sundays,
            long onSundays,
            int holidays,
            long onHolidays,
            boolean sunday,
            boolean holiday) {
        Map<Kind, Tally> seen = new HashMap<>(Map.of(Kind.ORDINARY, new Tally(ordinary, 20)));
        if (sundays > 0) {
            seen.put(Kind.SUNDAY, new Tally(onSundays, sundays));
        }
        if (holidays > 0) {
            seen.put(Kind.HOLIDAY, new Tally(onHolidays, holidays));
        }
        assertThat(DispatchDays.USUAL.learned(seen)).isEqualTo(new DispatchDays(sunday, holiday, Exceptions.NONE));
    }

    /** 한진 does not come on Sundays. */
    @ParameterizedTest(name = "{0}, ordered {1}, taken {2}: shows {3}")
    @CsvSource(delimiter = '|', textBlock = """
            CJ   | 토 10:00 | 토 18:30      | 토
            CJ   | 토 10:00 | 일 18:30      |
            CJ   | 토 20:00 | 일 18:30      | 일
            CJ   | 일 10:00 | 일 18:30      | 일
            CJ   | 금 20:00 | 일 18:30      |
            CJ   | 토 10:00 | 일 05:30      |
            한진 | 토 10:00 | 다음 월 18:30 |
            한진 | 토 20:00 | 다음 월 18:30 | 다음 월
            모름 | 토 10:00 | 일 18:30      | 일
            """)
    void PRM_5_what_was_left_over_from_saturday_does_not_make_sunday_a_working_day(
            String carrier, String ordered, String taken, @Nullable String shows) {
        CarrierCalendar calendar = Rules.calendar(carrier);
        Instant at = Rules.at(taken);
        Departed departed = Departed.of(
                new MallId(1),
                DeparturePlan.of(Rules.at(ordered), Rules.CUTOFF, calendar),
                calendar,
                at.minus(Duration.ofHours(1)),
                at,
                at.plus(Duration.ofDays(1)));
        assertThat(departed.handedOverOn()).isEqualTo(shows == null ? null : Seoul.dateOf(Rules.at(shows + " 12:00")));
    }
}
