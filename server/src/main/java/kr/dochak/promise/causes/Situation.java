package kr.dochak.promise.causes;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.promise.PromiseFact.DelayCause;
import org.jspecify.annotations.Nullable;

/**
 * Many late promises with one thing behind them: one thing to act on, not many rows. What nothing explains together is a line of its own
 * by cause, place and carrier.
 *
 * @param id 0 of a line that is no situation
 * @param carrier empty where it concerns all carriers
 * @param place the hub, the depot, the place a lane begins at, the province of a centre or of a warning; empty of a whole carrier
 * @param toward the province that a lane leads to, else empty
 * @param promises of the mall that asks, late and still open
 * @param since when the first of them was found; of one that ended when it was found itself
 * @param endedAt null while it stands
 * @param share of what could be late by it, of all malls' parcels; null of a line, and where it is not known
 * @param spent how long half of the parcels have taken there by now, and {@code usual} what is usual; null where nothing shows it
 */
public record Situation(
        long id,
        Kind kind,
        DelayCause cause,
        String carrier,
        String place,
        String toward,
        long promises,
        Instant since,
        @Nullable Instant endedAt,
        @Nullable Double share,
        @Nullable Duration spent,
        @Nullable Duration usual) {

    /** What is behind it. */
    public enum Kind {
        HUB,
        DEPOT,
        LANE,
        CARRIER,
        CENTRE,
        AREA,
        /** Nothing in common but cause, place and carrier. */
        LINE
    }
}
