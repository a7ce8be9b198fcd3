package kr.dochak.promise.causes;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.shared.Moments;
import org.jspecify.annotations.Nullable;

/**
 * Where a parcel lost most time beyond the usual (PRM-4).
 *
 * @param place the hub or terminal; of a leg the one it left; of a centre and of weather the province
 * @param toward of a leg where it went, empty while nobody knows
 * @param from since when it was there, and {@code until} when it was over; null while it lasts
 * @param usual how long that usually takes at that hour, or null where nobody has learned it
 */
public record LostTime(
        Part part,
        String place,
        String toward,
        Instant from,
        @Nullable Instant until,
        @Nullable Duration usual) {

    /** The part of the way. */
    public enum Part {
        /** In the mall's own hands, before the label. */
        PREPARATION,
        /** Labelled, and not with the carrier yet. */
        WAIT,
        STAY,
        LEG,
        TOUR,
        /** After a visit in vain, or a wrong turn. */
        AGAIN
    }

    /** How long it took, or has taken by now. */
    public Duration length(Instant now) {
        return Duration.between(from, until == null ? Moments.later(now, from) : until);
    }
}
