package kr.dochak.promise.windows;

import java.time.Instant;
import java.util.Optional;

/**
 * Expects when a parcel comes, better than a sum of stages does; gives nothing where it does not know (PRM-1). A {@link
 * Forecast} asks its sources in turn, and the lane table last.
 */
@FunctionalInterface
public interface WindowSource {

    Optional<Window> window(Forecast.Delivery known);

    /** A source usually knows the whole way: it is asked at the order and at the hand-over. */
    default boolean speaksOf(Stage stage) {
        return stage == Stage.ORDERED || stage == Stage.PICKED_UP;
    }

    /** By when what it learned from had been delivered; long ago where it learns nothing. */
    default Instant learnedAt() {
        return Instant.EPOCH;
    }
}
