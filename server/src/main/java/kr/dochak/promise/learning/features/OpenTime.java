package kr.dochak.promise.learning.features;

import java.time.Duration;
import java.time.Instant;

/**
 * How much of a time counts for a delivery: what was learned over a week of holidays must not be said of the weeks after it,
 * so durations are learned without the days on which its carrier rests, and these are added again when a window is told.
 */
@FunctionalInterface
public interface OpenTime {

    /** All time counts: for carriers whose days off nobody knows, as these are then in what is learned. */
    OpenTime ALWAYS = (consignment, from, to) -> Duration.between(from, to);

    /** The open time between two moments, which may be the same; none when the second is earlier. */
    Duration between(Consignment consignment, Instant from, Instant to);
}
