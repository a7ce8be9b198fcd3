package kr.dochak.promise.causes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.shared.Area;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;

/**
 * A promise that is late and open, as what is late together is found from it.
 *
 * @param pickedUpAt when its carrier took it, or null where nobody knows
 * @param since when the part of its way began in which it lost most
 */
record LatePromise(
        long id,
        long mall,
        String carrier,
        String origin,
        String destination,
        DelayCause cause,
        String place,
        @Nullable Instant pickedUpAt,
        @Nullable Instant since,
        @Nullable Duration spent,
        @Nullable Duration usual) {

    private static final int FERRY = 3;

    /**
     * Whether it is behind what is usual where it lost its time; a promise that will not hold for another reason says nothing of that place.
     *
     * @param settings how much more than the usual is behind, and what stands for the usual where nothing is learned yet
     */
    boolean isBehind(CauseSettings settings) {
        if (spent == null) {
            return false;
        }
        return usual == null
                ? spent.compareTo(unlearned(settings)) > 0
                : spent.compareTo(usual.plus(settings.behind())) >= 0;
    }

    /** A ferry may not sail for days. */
    private Duration unlearned(CauseSettings settings) {
        return Area.isBeyondSea(destination) ? settings.unlearned().multipliedBy(FERRY) : settings.unlearned();
    }

    /** The night in which it set out, by the day before; null where nobody knows. */
    @Nullable LocalDate night() {
        return pickedUpAt == null ? null : Seoul.dateOf(pickedUpAt.minus(Duration.ofHours(12)));
    }

    /** Whether a road of a province is the place, and not a hub. */
    boolean isOnRoad() {
        return Area.provinceOf(destination).equals(place);
    }
}
