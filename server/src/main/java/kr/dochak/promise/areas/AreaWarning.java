package kr.dochak.promise.areas;

import java.time.Instant;
import kr.dochak.promise.areas.feeds.AreaKind;
import kr.dochak.promise.areas.feeds.AreaLevel;
import kr.dochak.promise.areas.feeds.AreaSource;
import kr.dochak.shared.Moments;
import org.jspecify.annotations.Nullable;

/**
 * One source's warning of one thing in one of its zones.
 *
 * @param province short, as in {@link kr.dochak.shared.Area}; empty where the zone lies in none, as the high sea does
 * @param knownAt when we heard of it: nothing may be said from it earlier
 * @param from since when it holds, by its source; often hours after it was announced
 * @param until when it ends by its source's first word; null where that was not said
 * @param liftedAt when we heard that it is over
 */
record AreaWarning(
        long id,
        AreaSource source,
        AreaKind kind,
        AreaLevel level,
        String province,
        Instant knownAt,
        Instant from,
        @Nullable Instant until,
        @Nullable Instant liftedAt) {

    /** The end as it was known at a moment; far away while nobody had told one. */
    Instant endKnownAt(Instant at) {
        Instant lifted = liftedAt != null && !liftedAt.isAfter(at) ? liftedAt : Instant.MAX;
        return until == null ? lifted : Moments.earlier(until, lifted);
    }

    Instant end() {
        return endKnownAt(Instant.MAX);
    }

    /** Whether it holds at some moment of a time, by all that is known of it now. */
    boolean holdsWithin(Instant begin, Instant last) {
        return !from.isAfter(last) && end().isAfter(begin) && end().isAfter(from);
    }

    /** Whether it stood at a moment, by what was known then: announced counts, since parcels meet it on their way. */
    boolean stoodAt(Instant at) {
        return !knownAt.isAfter(at) && endKnownAt(at).isAfter(at);
    }

    /** What is learned from it goes by kind and level. */
    String key() {
        return key(kind, level);
    }

    static String key(AreaKind kind, AreaLevel level) {
        return kind + ":" + level;
    }
}
