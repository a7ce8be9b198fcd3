package kr.dochak.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FUL-5: lead times come back from their histogram to about a tenth of the value. */
class LeadBucketsTests {

    @ParameterizedTest
    @ValueSource(longs = {10, 45, 60, 240, 1_440, 4_320})
    void a_length_comes_back_to_about_a_tenth(long minutes) {
        var counts = new TreeMap<Integer, Long>();
        counts.put(LeadBuckets.of(Duration.ofMinutes(minutes)), 9L);

        double median = LeadBuckets.quantile(counts, 0.5).toSeconds() / 60.0;
        assertThat(median).isBetween(minutes * 0.9 - 1, minutes * 1.1 + 1);
    }

    @Test
    void clocks_that_disagree_count_as_nothing_and_nothing_has_no_length() {
        assertThat(LeadBuckets.of(Duration.ofMinutes(-7))).isZero();
        assertThat(LeadBuckets.quantile(new TreeMap<>(), 0.5)).isZero();
    }
}
