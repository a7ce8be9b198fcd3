package kr.dochak.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import kr.dochak.settings.ChangeOutcome.Why;
import kr.dochak.settings.ChangeOutcome.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SET-1: which changes of a setting are none, and what a file of before gave. */
class ChangeRuleTests {

    private static final Instant NOW = Instant.parse("2026-11-30T06:00:00Z");
    private static final Setting<Duration> DAYS = Setting.span("t.days", Section.CARE, Unit.DAYS, 3, 60, 7);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'8'       | PT0S   | 추석 대비 | ",
                "' 1,0 '   | PT0S   | 추석 대비 | ",
                "''        | PT0S   | 추석 대비 | NO_NUMBER",
                "일곱       | PT0S   | 추석 대비 | NO_NUMBER",
                "-8        | PT0S   | 추석 대비 | NO_NUMBER",
                "8.5       | PT0S   | 추석 대비 | NO_NUMBER",
                "９         | PT0S   | 추석 대비 | NO_NUMBER",
                "99999999999999999999 | PT0S | 추석 | NO_NUMBER",
                "2         | PT0S   | 추석 대비 | TOO_SMALL",
                "61        | PT0S   | 추석 대비 | TOO_LARGE",
                "7         | PT0S   | 추석 대비 | THE_SAME",
                "8         | PT0S   | ' '      | NO_REASON",
                "8         | PT0S   | 왜        | NO_REASON",
                "8         | -PT16M | 추석 대비 | IN_THE_PAST",
                "8         | -PT14M | 추석 대비 | ",
                "8         | P366D  | 추석 대비 | ",
                "8         | P367D  | 추석 대비 | FAR",
            })
    void SET_1_a_change_has_a_number_in_bounds_a_reason_and_a_time_to_come(
            String typed, Duration from, String reason, Why why) {
        Wish wish = new Wish("t.days", typed, NOW.plus(from), reason, 0);
        assertThat(ChangeRule.judge(DAYS, wish, 7, Optional.empty(), NOW)).isEqualTo(Optional.ofNullable(why));
    }

    @Test
    void SET_1_a_reason_ends_somewhere() {
        Wish wish = new Wish("t.days", "8", NOW, "가".repeat(301), 0);
        assertThat(ChangeRule.judge(DAYS, wish, 7, Optional.empty(), NOW)).contains(Why.NO_REASON);
    }

    @ParameterizedTest
    @CsvSource({
        "DAYS, 5d, 5",
        "DAYS, 120h, 5",
        "DAYS, 36h, -1",
        "HOURS, 90m, -1",
        "HOURS, PT2H, 2",
        "TIMES, 12, 12",
        "TIMES, 2h, -1",
        "WON, 300000, 300000",
        "DAYS, x, -1",
        "DAYS, 5, 5"
    })
    void SET_1_what_a_file_gave_is_taken_over_where_it_is_a_whole_number_of_the_unit(
            Unit unit, String given, long number) {
        Setting<?> setting = Setting.count("t.n", Section.CARE, unit, 0, 1_000_000, 1);
        OptionalLong expected = number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
        assertThat(FormerSettings.number(setting, given)).isEqualTo(expected);
    }
}
