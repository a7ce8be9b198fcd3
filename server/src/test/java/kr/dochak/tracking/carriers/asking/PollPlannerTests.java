package kr.dochak.tracking.carriers.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.TrackingNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** TRK-1: when to ask about which parcel. */
class PollPlannerTests {

    private static final Instant AFTERNOON = Instant.parse("2026-11-24T05:00:00Z");

    private static WatchedShipment parcel(
            ShipmentId id, ShipmentStatus status, Instant knownAt, int misses, int failures) {
        return new WatchedShipment(
                id,
                new CarrierId("kr.cjlogistics"),
                new TrackingNumber("6123"),
                AFTERNOON.minusSeconds(86_400),
                status,
                knownAt,
                knownAt,
                knownAt,
                misses,
                failures,
                0);
    }

    private static WatchedShipment known(ShipmentId id, ShipmentStatus status, Duration ago) {
        return parcel(id, status, AFTERNOON.minus(ago), 0, 0);
    }

    @Test
    void the_door_comes_before_the_hub_in_the_afternoon() {
        WatchedShipment waiting = known(new ShipmentId(1), ShipmentStatus.INFO_RECEIVED, Duration.ofHours(1));
        WatchedShipment moving = known(new ShipmentId(2), ShipmentStatus.IN_TRANSIT, Duration.ofHours(1));
        WatchedShipment atTheDoor = known(new ShipmentId(3), ShipmentStatus.OUT_FOR_DELIVERY, Duration.ofHours(1));

        assertThat(PollPlanner.choose(List.of(waiting, moving, atTheDoor), 1, AFTERNOON))
                .containsExactly(atTheDoor);
    }

    @Test
    void at_night_hubs_have_news_and_doors_have_none() {
        Instant night = Instant.parse("2026-11-24T17:00:00Z");
        WatchedShipment moving = parcel(new ShipmentId(1), ShipmentStatus.IN_TRANSIT, night.minusSeconds(7_200), 0, 0);
        WatchedShipment atTheDoor =
                parcel(new ShipmentId(2), ShipmentStatus.OUT_FOR_DELIVERY, night.minusSeconds(7_200), 0, 0);

        assertThat(PollPlanner.choose(List.of(atTheDoor, moving), 1, night)).containsExactly(moving);
    }

    @Test
    void what_was_asked_longer_ago_is_worth_more() {
        assertThat(PollPlanner.worth(
                        known(new ShipmentId(1), ShipmentStatus.IN_TRANSIT, Duration.ofHours(3)), AFTERNOON))
                .isGreaterThan(PollPlanner.worth(
                        known(new ShipmentId(1), ShipmentStatus.IN_TRANSIT, Duration.ofHours(1)), AFTERNOON));
    }

    @ParameterizedTest
    @EnumSource(ShipmentStatus.class)
    void complaint_3_no_parcel_goes_unasked_for_longer_than_six_hours_whatever_it_said_last(ShipmentStatus status) {
        WatchedShipment parcel = known(new ShipmentId(1), status, Duration.ZERO);
        assertThat(PollPlanner.next(parcel, AFTERNOON))
                .isBetween(AFTERNOON.plus(PollPlanner.SHORTEST), AFTERNOON.plus(PollPlanner.LONGEST));
    }

    @Test
    void complaint_3_a_route_that_tells_the_same_for_a_day_is_not_believed_alone() {
        assertThat(PollPlanner.needsSecondOpinion(
                        known(new ShipmentId(1), ShipmentStatus.IN_TRANSIT, Duration.ofHours(25)), AFTERNOON))
                .isTrue();
        assertThat(PollPlanner.needsSecondOpinion(
                        known(new ShipmentId(1), ShipmentStatus.IN_TRANSIT, Duration.ofHours(23)), AFTERNOON))
                .isFalse();
    }

    @ParameterizedTest(name = "{0} misses, {1} failures: {2} minutes")
    @CsvSource({"0, 1, 10", "0, 2, 20", "0, 3, 40", "0, 9, 80", "1, 0, 20", "2, 0, 40", "3, 0, 80", "9, 0, 360"})
    void TRK_5_what_gives_no_answer_is_asked_again_later_and_later(int misses, int failures, long minutes) {
        WatchedShipment parcel = parcel(new ShipmentId(1), ShipmentStatus.IN_TRANSIT, AFTERNOON, misses, failures);
        assertThat(PollPlanner.next(parcel, AFTERNOON)).isEqualTo(AFTERNOON.plus(Duration.ofMinutes(minutes)));
    }
}
