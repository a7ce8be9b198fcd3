package kr.dochak.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CadenceTests {

    private static final Instant NOON = Instant.parse("2026-11-23T03:00:00Z");

    /** Counts its looks; leaves work at the first of them. */
    private static final class Looking implements Ticking {

        private final Cadence cadence;
        private int looks;
        private boolean failing;
        private boolean ready = true;

        private Looking(Cadence cadence) {
            this.cadence = cadence;
        }

        @Override
        public Cadence cadence() {
            return cadence;
        }

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public boolean tick(Instant now) {
            looks++;
            if (failing) {
                throw new IllegalStateException("as asked for");
            }
            return looks == 1;
        }
    }

    @Test
    void the_next_look_is_after_the_interval_or_at_the_hour_in_Korea() {
        assertThat(Cadence.every(Duration.ofMinutes(5)).after(NOON)).isEqualTo("2026-11-23T03:05:00Z");
        Cadence daily = Cadence.daily(LocalTime.of(5, 30));
        assertThat(daily.after(NOON)).isEqualTo("2026-11-23T20:30:00Z");
        assertThat(daily.after(Instant.parse("2026-11-23T20:29:59Z"))).isEqualTo("2026-11-23T20:30:00Z");
        assertThat(daily.after(Instant.parse("2026-11-23T20:30:00Z"))).isEqualTo("2026-11-24T20:30:00Z");
    }

    @Test
    void the_interval_begins_when_nothing_is_left_to_do() {
        Looking looking = new Looking(Cadence.every(Duration.ofHours(1)));
        Pulse pulse = new Pulse("looking", looking, () -> false);
        assertThat(pulse.tick(NOON)).isTrue();
        assertThat(pulse.tick(NOON)).isFalse();
        assertThat(pulse.tick(NOON.plusSeconds(3_599))).isFalse();
        assertThat(looking.looks).isEqualTo(2);
        pulse.tick(NOON.plusSeconds(3_600));
        assertThat(looking.looks).isEqualTo(3);
    }

    @Test
    void only_what_is_awaited_stops_a_driven_world_and_only_after_its_first_look() {
        Looking looking = new Looking(Cadence.every(Duration.ofHours(1)).awaited());
        Pulse awaited = new Pulse("awaited", looking, () -> false);
        looking.ready = false;
        awaited.tick(NOON);
        assertThat(awaited.nextDue()).isNull();
        looking.ready = true;
        while (awaited.tick(NOON)) {}
        assertThat(awaited.nextDue()).isEqualTo(NOON.plusSeconds(3_600));

        Pulse other = new Pulse("other", new Looking(Cadence.every(Duration.ofHours(1))), () -> false);
        while (other.tick(NOON)) {}
        assertThat(other.nextDue()).isNull();
    }

    @Test
    void what_failed_is_tried_again_within_a_minute_and_what_looks_once_looks_once() {
        Looking looking = new Looking(Cadence.ONCE);
        Pulse pulse = new Pulse("once", looking, () -> false);
        looking.failing = true;
        assertThatThrownBy(() -> pulse.tick(NOON)).hasMessage("as asked for");
        looking.failing = false;
        pulse.tick(NOON.plusSeconds(59));
        assertThat(looking.looks).isEqualTo(1);
        pulse.tick(NOON.plusSeconds(60));
        pulse.tick(NOON.plus(Duration.ofDays(400)));
        assertThat(looking.looks).isEqualTo(2);
    }

    @Test
    void a_list_says_how_often_in_words() {
        assertThat(Cadence.AT_EVERY_BEAT).hasToString("at every beat");
        assertThat(Cadence.every(Duration.ofHours(6))).hasToString("every 6h");
        assertThat(Cadence.every(Duration.ofDays(1)).awaited()).hasToString("every 24h, awaited");
        assertThat(Cadence.daily(LocalTime.of(5, 30))).hasToString("daily at 05:30, awaited");
    }
}
