package kr.dochak.promise.windows;

import static kr.dochak.promise.windows.Rules.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import kr.dochak.calendar.Exceptions;
import kr.dochak.shared.MallId;
import kr.dochak.shared.TimeWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PRM-1: the carriers' clocks, which stand still on days they rest, and the cut-off of the day. */
class CarrierCalendarTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CJ   | 토 18:00         | 16 | 일 10:00
            한진 | 토 18:00         | 16 | 다음 월 10:00
            한진 | 일 09:00         |  1 | 다음 월 01:00
            한진 | 2026-02-14 18:00 | 16 | 2026-02-19 10:00
            CJ   | 2026-02-15 18:00 | 16 | 2026-02-19 10:00
            CJ   | 2026-09-23 18:00 | 16 | 2026-09-27 10:00
            CJ   | 2026-10-02 18:00 | 16 | 2026-10-03 10:00
            CJ   | 2025-10-07 18:00 | 16 | 2025-10-08 16:00
            한진 | 금 23:00         |  1 | 토 00:00
            한진 | 토 23:00         |  1 | 다음 월 00:00
            모름 | 토 18:00         | 16 | 일 10:00
            """)
    void open_time_stands_still_on_closed_days(String carrier, String from, int hours, String until) {
        assertThat(Rules.calendar(carrier).plus(at(from), Duration.ofHours(hours)))
                .isEqualTo(at(until));
        assertThat(Rules.calendar(carrier).between(at(from), at(until))).isEqualTo(Duration.ofHours(hours));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-15, false",
        "2026-02-16, true",
        "2026-02-17, true",
        "2026-02-18, true",
        "2026-02-19, false",
        "2026-09-24, true",
        "2026-09-25, true",
        "2026-09-26, true",
        "2026-09-27, false",
        "2025-10-08, false",
        "2027-02-09, false",
        "2026-10-03, false",
        "2028-10-03, true"
    })
    void PRM_1_seollal_and_chuseok_are_three_days_each(LocalDate day, boolean rests) {
        assertThat(Rules.HOLIDAYS.isFamilyHoliday(day)).isEqualTo(rests);
        assertThat(Rules.CJ.isOpen(day)).isEqualTo(!rests);
    }

    @Test
    void plus_minus_and_between_are_each_others_inverse() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Instant from = at("2026-02-09 00:00").plusSeconds(random.nextInt(20 * 86_400));
            Duration time = Duration.ofSeconds(1 + random.nextInt(6 * 86_400));
            Instant until = Rules.HANJIN.plus(from, time);
            assertThat(Rules.HANJIN.between(from, until)).isEqualTo(time);
            Instant back = Rules.HANJIN.minus(until, time);
            assertThat(Rules.HANJIN.between(back, until)).isEqualTo(time);
            assertThat(Rules.HANJIN.between(back, from)).isEqualTo(Duration.ZERO);
        }
    }

    @Test
    void no_time_is_open_backwards() {
        assertThat(Rules.CJ.between(at("화 10:00"), at("월 10:00"))).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CJ   | 월 10:00         | 월 18:00
            CJ   | 월 14:00         | 월 18:00
            CJ   | 월 14:01         | 화 18:00
            CJ   | 토 15:00         | 다음 월 18:00
            CJ   | 일 10:00         | 다음 월 18:00
            한진 | 토 10:00         | 토 18:00
            한진 | 토 15:00         | 다음 월 18:00
            한진 | 일 10:00         | 다음 월 18:00
            한진 | 2026-02-13 15:00 | 2026-02-14 18:00
            한진 | 2026-02-14 15:00 | 2026-02-19 18:00
            한진 | 2026-02-17 09:00 | 2026-02-19 18:00
            CJ   | 2026-02-17 09:00 | 2026-02-19 18:00
            모름 | 일 10:00         | 일 10:00
            """)
    void orders_until_two_leave_the_same_day(String carrier, String confirmed, String handover) {
        assertThat(Rules.CUTOFF.handover(at(confirmed), Rules.calendar(carrier)))
                .isEqualTo(at(handover));
    }

    @Test
    void a_mall_without_its_own_cut_off_has_the_default() {
        Cutoff late = new Cutoff(java.time.LocalTime.of(22, 0), java.time.LocalTime.of(23, 30), DispatchDays.USUAL);
        Cutoffs cutoffs = new Cutoffs(java.util.Map.of(MallId.DEFAULT, Rules.CUTOFF, new MallId(7), late));
        assertThat(cutoffs.of(new MallId(7))).isEqualTo(late);
        assertThat(cutoffs.of(new MallId(8))).isEqualTo(Rules.CUTOFF);
    }

    @Test
    void A18_a_declared_day_counts_more_than_the_rule_of_a_carrier() {
        LocalDate tuesday = LocalDate.of(2026, 11, 24);
        LocalDate sunday = LocalDate.of(2026, 11, 29);
        CarrierCalendar own = new CarrierCalendar(
                Rules.HOLIDAYS,
                true,
                true,
                true,
                Rules.HANJIN.tourLeaves(),
                Rules.HANJIN.deliversFrom(),
                Rules.HANJIN.deliversUntil(),
                new Exceptions(Set.of(tuesday), Set.of(sunday)),
                null);
        assertThat(own.isOpen(tuesday)).isFalse();
        assertThat(own.isOpen(sunday)).isTrue();
        assertThat(Rules.CUTOFF.handover(at("월 15:00"), own)).isEqualTo(at("수 18:00"));
        assertThat(own.plus(at("월 18:00"), Duration.ofHours(16))).isEqualTo(at("수 10:00"));
    }

    @Test
    void A18_a_mall_rests_on_its_own_days_and_hands_over_on_others() {
        LocalDate tuesday = LocalDate.of(2026, 11, 24);
        LocalDate sunday = LocalDate.of(2026, 11, 29);
        Cutoff own = Rules.CUTOFF.with(new Exceptions(Set.of(tuesday), Set.of(sunday)));
        assertThat(own.handover(at("월 15:00"), Rules.CJ)).isEqualTo(at("수 18:00"));
        assertThat(own.handover(at("토 15:00"), Rules.CJ)).isEqualTo(at("일 18:00"));
        assertThat(own.handover(at("토 15:00"), Rules.HANJIN))
                .as("its carrier rests all the same")
                .isEqualTo(at("다음 월 18:00"));
    }

    @Test
    void A18_a_day_that_a_customer_asked_for_moves_when_the_carrier_comes_to_rest_on_it() {
        CarrierCalendar resting = new CarrierCalendar(
                Rules.HOLIDAYS,
                true,
                true,
                true,
                Rules.HANJIN.tourLeaves(),
                Rules.HANJIN.deliversFrom(),
                Rules.HANJIN.deliversUntil(),
                new Exceptions(Set.of(LocalDate.of(2026, 11, 26)), Set.of()),
                null);
        Window possible = new Window(at("화 11:00"), at("화 15:00"), at("화 20:00"), WindowBasis.none());
        TimeWindow thursday = new TimeWindow(at("목 00:00"), at("목 끝"));
        assertThat(Forecast.onTheDayAskedFor(possible, thursday, Rules.HANJIN).p90())
                .isEqualTo(at("목 20:00"));
        assertThat(Forecast.onTheDayAskedFor(possible, thursday, resting).p90()).isEqualTo(at("금 20:00"));
    }
}
