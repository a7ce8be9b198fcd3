package kr.dochak.simulator.carriers;

import org.jspecify.annotations.Nullable;

/** One step of a parcel still to come. */
public record Step(
        Stage stage, String place, Hours hours, @Nullable String reason) {

    public static Step of(Stage stage, String place, Hours hours) {
        return new Step(stage, place, hours, null);
    }

    public Step because(String why) {
        return new Step(stage, place, hours, why);
    }

    public Step waiting(int days) {
        return new Step(stage, place, hours.waiting(days), reason);
    }
}
