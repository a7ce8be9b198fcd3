package kr.dochak.promise.areas;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of a parcel's way lies before it.
 *
 * @param from the province it has still to leave, or null when it is on its way
 * @param since when it set out, or will: what happens to it from then on counts, though it may be over by now
 * @param until when it will be there, at the latest
 * @param model what a model that said so far when it comes knew of warnings; null where none did
 */
public record AreaWay(
        @Nullable String from,
        String to,
        Leg leg,
        Instant since,
        Instant until,
        @Nullable Model model) {

    /** How far it is: from the hand-over, or from the van, to the door. */
    public enum Leg {
        WAY,
        DOOR
    }

    /**
     * A model's knowledge: the warnings known when it gave its window. Of a warning's cost it counts only what was learned
     * after there was enough to learn from.
     */
    public record Model(Instant at, Instant learnedAt) {

        boolean counted(AreaWarning warning, AreaEffect effect) {
            Instant enough = effect.enoughSince();
            return enough != null
                    && enough.isBefore(learnedAt)
                    && !warning.knownAt().isAfter(at);
        }
    }
}
