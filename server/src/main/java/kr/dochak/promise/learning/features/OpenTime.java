package kr.dochak.promise.learning.features;

import java.time.Duration;
import java.time.Instant;

/**
 * How much of a time counts for a delivery. What was learned over a week of holidays must not lengthen the weeks after it,
 * so the days on which a carrier rests are left out of durations and added again when a window is given.
 */
@FunctionalInterface
public interface OpenTime {

    /** All time counts: for carriers whose days off nobody knows, as these are then in what is learned. */
    OpenTime ALWAYS = (consignment, from, to) -> Duration.between(from, to);

    /** The open time between two moments, which may be the same; none when the second is earlier. */
    Duration between(Consignment consignment, Instant from, Instant to);
}
