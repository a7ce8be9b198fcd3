package kr.dochak.alerts.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import kr.dochak.alerts.Severity;
import kr.dochak.alerts.sending.RingPlan.Ring;
import kr.dochak.alerts.sending.RingPlan.Ringing;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MSG-7: repeated until acknowledged, and further up after a while; all in minutes since it was opened. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RingPlanTests {

    private static final Instant OPENED = Instant.parse("2026-11-23T00:00:00Z");
    private static final Duration REPEAT = Duration.ofMinutes(30);
    private static final Duration ESCALATE = Duration.ofMinutes(15);

    @ParameterizedTest(name = "{0} step {1} round {2} rung {3} at {4} → {5}, next {6}")
    @CsvSource(nullValues = "-", textBlock = """
            NOTE,    0,  0, -,   0, 0,     -
            SERIOUS, 0,  0, -,   0, 0,     15
            GRAVE,   0,  0, -,   0, 0,     15
            GRAVE,   0,  1, 0,  15, 1,     30
            GRAVE,   1,  2, 0,  30, 0 1 2, 60
            GRAVE,   0,  1, 0,  31, 0 1 2, 61
            GRAVE,   2,  3, 30, 60, 0 1 2, 90
            GRAVE,   0,  1, 0,  14, '',    15
            GRAVE,   2, 19, 30, 60, 0 1 2, -
            GRAVE,   0,  0, -, 500, 0 1 2, 530
            """)
    void MSG_7_when_it_rings_and_to_whom_it_goes_on(
            Severity severity, int step, int round, Long rung, long now, String to, Long next) {
        Ring ring = RingPlan.at(
                new Ringing(severity, OPENED, step, round, rung == null ? null : minute(rung)),
                minute(now),
                REPEAT,
                ESCALATE);
        assertThat(ring.to().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .isEqualTo(to);
        assertThat(ring.nextAt()).isEqualTo(next == null ? null : minute(next));
    }

    @Test
    void MSG_7_it_falls_silent_in_the_end_and_never_rings_twice_in_a_round() {
        Ringing alert = new Ringing(Severity.GRAVE, OPENED, 0, 0, null);
        Instant now = OPENED;
        int rounds = 0;
        while (now != null && rounds < 100) {
            Ring ring = RingPlan.at(alert, now, REPEAT, ESCALATE);
            assertThat(ring.round()).isEqualTo(alert.round() + 1);
            alert = new Ringing(Severity.GRAVE, OPENED, ring.step(), ring.round(), ring.rungAt());
            now = ring.nextAt();
            rounds++;
        }
        assertThat(rounds).isEqualTo(RingPlan.MOST_ROUNDS);
    }

    private static Instant minute(long minutes) {
        return OPENED.plus(Duration.ofMinutes(minutes));
    }
}
