package kr.dochak.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A system that fails is left alone for a while of the world's time. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BreakerTests {

    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

    private final WorldClock clock = WorldClock.driven(NOW);
    private final Breaker breaker =
            new Wire(clock, Names.SYSTEM).breaker("test", new Breaker.Rule(6, 3, Duration.ofMinutes(15), 1));
    private int calls;

    private String call(String outcome) {
        return breaker.call(
                () -> {
                    calls++;
                    return outcome;
                },
                "bad"::equals,
                "left alone");
    }

    @Test
    void what_fails_is_left_alone_and_tried_again_after_its_rest() {
        call("bad");
        call("bad");
        assertThat(breaker.isLeftAlone()).isFalse();
        call("bad");

        assertThat(breaker.isLeftAlone()).isTrue();
        assertThat(breaker.isPassable()).isFalse();
        assertThat(call("good")).isEqualTo("left alone");
        assertThat(calls).isEqualTo(3);

        clock.advanceTo(NOW.plus(Duration.ofMinutes(15)).plusMillis(1));
        assertThat(breaker.isPassable()).isTrue();
        assertThat(breaker.isLeftAlone()).isTrue();
        assertThat(call("good")).isEqualTo("good");
        assertThat(breaker.isLeftAlone()).isFalse();
    }

    @Test
    void fewer_than_half_failures_change_nothing() {
        for (String outcome : new String[] {"good", "good", "bad", "good", "good", "bad"}) {
            assertThat(call(outcome)).isEqualTo(outcome);
        }
        assertThat(breaker.isLeftAlone()).isFalse();
    }
}
