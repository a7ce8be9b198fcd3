package kr.dochak.simulator.carriers;

import org.jspecify.annotations.Nullable;

/**
 * One step of a parcel still to come.
 *
 * @param usual when it would happen if nothing had gone wrong with it
 * @param trouble what goes wrong with it, by the name of a cause, or null
 */
public record Step(
        Stage stage,
        String place,
        Hours hours,
        @Nullable String reason,
        Hours usual,
        @Nullable String trouble) {

    public static Step of(Stage stage, String place, Hours hours) {
        return new Step(stage, place, hours, null, hours, null);
    }

    public Step because(String why) {
        return new Step(stage, place, hours, why, usual, trouble);
    }

    public Step waiting(int days) {
        return new Step(stage, place, hours.waiting(days), reason, usual, trouble);
    }

    /** What it takes beyond its usual hours is lost to this. */
    Step troubled(String cause) {
        return new Step(stage, place, hours, reason, usual, cause);
    }

    /** All the time since the step before it is lost to this. */
    Step inVain(String cause) {
        return new Step(stage, place, hours, reason, Hours.any(0, 0), cause);
    }

    Step usually(Hours without) {
        return new Step(stage, place, hours, reason, without, trouble);
    }
}
