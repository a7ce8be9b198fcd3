package kr.dochak.promise.areas;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kr.dochak.promise.areas.AreaWay.Leg;
import kr.dochak.promise.areas.feeds.AreaKind;
import kr.dochak.promise.areas.feeds.AreaLevel;
import org.jspecify.annotations.Nullable;

/**
 * What a warning of a kind and level has cost past deliveries: how much longer these took than others of the same lane.
 * Nothing is assumed before enough deliveries were seen, nor from a difference that may be chance.
 *
 * @param extraSeconds their average extra open time, as it was
 * @param errorSeconds the standard error of that average
 * @param enoughSince since when there were enough of them; null while there are too few
 */
record AreaEffect(
        AreaKind kind,
        AreaLevel level,
        Leg leg,
        int deliveries,
        long extraSeconds,
        long errorSeconds,
        @Nullable Instant enoughSince) {

    /** Fewer deliveries show nothing, as in the lane table. */
    static final int ENOUGH = 20;

    /** So many deliveries of its own weigh as much as the assumption that a warning costs nothing. */
    private static final double STRENGTH = 20;

    /**
     * Nineteen of twenty averages of deliveries that a warning did nothing to lie within so many standard errors of none.
     */
    private static final double CHANCE = 2;

    private static final Duration LEAST = Duration.ofMinutes(30);

    String key() {
        return AreaWarning.key(kind, level);
    }

    /** What is added to windows: the average, drawn towards nothing by how little stands behind it. */
    Optional<Duration> extra() {
        if (deliveries < ENOUGH || extraSeconds <= CHANCE * errorSeconds) {
            return Optional.empty();
        }
        double share = deliveries / (deliveries + STRENGTH);
        return Optional.of(Duration.ofSeconds(Math.round(share * extraSeconds)))
                .filter(extra -> extra.compareTo(LEAST) >= 0);
    }
}
