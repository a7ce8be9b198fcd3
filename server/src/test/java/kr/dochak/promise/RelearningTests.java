package kr.dochak.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import kr.dochak.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** PRM-5: lanes are learned anew when there is something new to learn. */
@ProductTest
class RelearningTests {

    private static final Instant LONG_AGO = Instant.parse("2011-03-01T00:00:00Z");

    @Autowired
    LaneRepository lanes;

    @Test
    void PRM_5_what_came_since_the_last_learning_is_the_new_share() {
        delivered(90, LONG_AGO.plus(Duration.ofDays(1)));
        delivered(10, LONG_AGO.plus(Duration.ofDays(5)));
        assertThat(newShare(Duration.ofDays(3))).isEqualTo(.1);
        assertThat(newShare(Duration.ofDays(6))).isZero();
        assertThat(lanes.newShare(LONG_AGO.minusSeconds(99), LONG_AGO, LONG_AGO))
                .as("nothing at all")
                .isEqualTo(1);
    }

    private double newShare(Duration last) {
        return lanes.newShare(LONG_AGO, LONG_AGO.plus(last), LONG_AGO.plus(Duration.ofDays(9)));
    }

    private void delivered(int count, Instant at) {
        List<LaneRepository.Outcome> outcomes = IntStream.range(0, count)
                .mapToObj(n ->
                        new LaneRepository.Outcome("kr.hanjin", "인천", "서울", Stage.PICKED_UP, Duration.ofHours(20), at))
                .toList();
        lanes.remember(outcomes);
    }
}
