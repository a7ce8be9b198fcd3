package kr.dochak.promise.causes;

import java.time.LocalDate;
import java.util.Optional;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.causes.Situation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What many late promises may have in common.
 *
 * @param carrier empty for all of them; {@code mall} 0 for all malls
 * @param toward of a lane the province it leads to, and {@code night} when its truck left: what is late there from another night has nothing
 *     to do with it
 */
record Factor(
        Kind kind,
        long mall,
        String carrier,
        String place,
        String toward,
        @Nullable LocalDate night) {

    Factor(Kind kind, long mall, String carrier, String place, String toward) {
        this(kind, mall, carrier, place, toward, null);
    }

    /** The one thing behind a late promise by its own cause; none of what concerns one parcel alone, or of what is not behind there. */
    static Optional<Factor> of(LatePromise late, CauseSettings settings) {
        boolean warned =
                late.cause() == DelayCause.WEATHER || (late.cause() == DelayCause.LINE_HAUL && late.isOnRoad());
        if (warned) {
            return Optional.of(new Factor(Kind.AREA, 0, "", late.place(), ""));
        }
        if (!late.isBehind(settings)) {
            return Optional.empty();
        }
        return switch (late.cause()) {
            case HUB_BACKLOG -> Optional.of(new Factor(Kind.HUB, 0, late.carrier(), late.place(), ""));
            case LAST_MILE -> Optional.of(new Factor(Kind.DEPOT, 0, late.carrier(), late.place(), ""));
            case LINE_HAUL ->
                Optional.of(new Factor(Kind.LANE, 0, late.carrier(), late.place(), late.destination(), late.night()));
            case PICKING, HANDOVER -> Optional.of(new Factor(Kind.CENTRE, late.mall(), "", late.place(), ""));
            default -> Optional.empty();
        };
    }

    boolean isWiderThan(Factor other) {
        return kind == Kind.CARRIER && other.kind == Kind.HUB && carrier.equals(other.carrier);
    }

    static Factor carrier(String carrier) {
        return new Factor(Kind.CARRIER, 0, carrier, "", "");
    }
}
