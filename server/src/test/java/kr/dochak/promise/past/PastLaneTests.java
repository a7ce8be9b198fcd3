package kr.dochak.promise.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kr.dochak.shared.CarrierId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** SET-2: what past deliveries show is tried on those that they were not learned from. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PastLaneTests {

    private static final Instant DAY = Instant.parse("2026-09-01T00:00:00Z");

    private static PastDelivery took(int day, int hours, String destination) {
        Instant begun = DAY.plus(Duration.ofDays(day));
        return new PastDelivery(
                new CarrierId("kr.lotte"),
                "경기",
                destination,
                begun.minusSeconds(600),
                begun,
                begun.plus(Duration.ofHours(hours)));
    }

    @Test
    void SET_2_the_error_is_how_far_the_later_fifth_is_from_what_the_earlier_ones_show() {
        List<PastDelivery> deliveries = new ArrayList<>();
        for (int day = 0; day < 16; day++) {
            deliveries.add(took(day, 20, "서울"));
        }
        for (int day = 16; day < 20; day++) {
            deliveries.add(took(day, 26, "서울"));
        }
        Collections.shuffle(deliveries, new java.util.Random(1));
        PastLane lane = PastLane.of(deliveries).getFirst();
        assertThat(lane.deliveries()).isEqualTo(20);
        assertThat(lane.usual()).isEqualTo(Duration.ofHours(20));
        assertThat(lane.error()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void SET_2_of_a_few_nothing_is_claimed_and_the_busiest_way_comes_first() {
        List<PastLane> lanes = PastLane.of(List.of(took(0, 20, "부산"), took(1, 20, "서울"), took(2, 22, "서울")));
        assertThat(lanes).extracting(PastLane::destination).containsExactly("서울", "부산");
        assertThat(lanes.getFirst().error()).isNull();
    }
}
