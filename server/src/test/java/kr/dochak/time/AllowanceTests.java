package kr.dochak.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AllowanceTests {

    private final AtomicLong nanos = new AtomicLong(-7);
    private final Allowance allowance = new Allowance(3, 6, Duration.ofMinutes(1), nanos::get);

    private long taken(String subject, int tries) {
        return IntStream.range(0, tries)
                .filter(unused -> allowance.take(subject))
                .count();
    }

    private void pass(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void so_many_at_once_and_then_one_by_one() {
        assertThat(taken("a", 10)).isEqualTo(3);
        assertThat(allowance.wait("a")).isEqualTo(10);
        pass(9);
        assertThat(taken("a", 10)).isZero();
        assertThat(allowance.wait("a")).isEqualTo(1);
        pass(1);
        assertThat(allowance.wait("a")).isZero();
        assertThat(taken("a", 10)).isEqualTo(1);
        pass(20);
        assertThat(taken("a", 10)).isEqualTo(2);
    }

    @Test
    void what_was_left_does_not_grow_beyond_what_may_be_taken_at_once() {
        assertThat(taken("a", 1)).isEqualTo(1);
        pass(3_600);
        assertThat(taken("a", 10)).isEqualTo(3);
    }

    @Test
    void one_subject_takes_nothing_from_another_and_a_try_too_many_costs_nothing() {
        assertThat(taken("a", 1_000)).isEqualTo(3);
        assertThat(taken("b", 1)).isEqualTo(1);
        pass(10);
        assertThat(taken("a", 1)).isEqualTo(1);
        assertThat(allowance.wait("c")).isZero();
    }
}
