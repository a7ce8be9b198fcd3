package kr.dochak.tracking.carriers.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.tracking.carriers.health.DownRule.Signs;
import kr.dochak.tracking.carriers.health.DownRule.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TRK-5: when a source is down, and when it is no more. Ages in minutes before now; empty means never. */
class DownRuleTests {

    private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # it,                                         left alone, answer, failure, usual minutes, open,  verdict
            well,                                         false,      2,      ,        30,            false, NOTHING
            nobody asked it for a day,                    false,      1440,   ,        30,            false, NOTHING
            failed once just now,                         false,      10,     1,       30,            false, NOTHING
            fails for less than an hour,                  false,      59,     1,       5,             false, NOTHING
            fails for longer than it ever pauses,         false,      61,     1,       5,             false, RAISE
            fails within a pause that is usual for it,    false,      200,    1,       240,           false, NOTHING
            fails for longer than that pause,             false,      241,    1,       240,           false, RAISE
            its usual pause was an outage of days,        false,      721,    1,       5000,          false, RAISE
            is left alone,                                true,       1,      1,       30,            false, RAISE
            never answered and is left alone,             true,       ,       1,       0,             false, RAISE
            never answered and failed a little,           false,      ,       1,       0,             false, NOTHING
            answered again,                               false,      1,      2,       30,            true,  CLEAR
            answers here and there but is left alone,     true,       1,      2,       30,            true,  KEEP
            fails still,                                  false,      300,    1,       30,            true,  KEEP
            """)
    void TRK_5_an_alarm_begins_and_ends(
            String it,
            boolean leftAlone,
            @Nullable Integer answer,
            @Nullable Integer failure,
            int usual,
            boolean open,
            Verdict verdict) {
        Signs signs = new Signs(leftAlone, ago(answer), ago(failure), Duration.ofMinutes(usual));

        assertThat(DownRule.judge(signs, open, NOW)).as(it).isEqualTo(verdict);
    }

    private static @Nullable Instant ago(@Nullable Integer minutes) {
        return minutes == null ? null : NOW.minus(Duration.ofMinutes(minutes));
    }
}
