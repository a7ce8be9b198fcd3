package kr.dochak.promise.learning;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import kr.dochak.promise.learning.features.OpenTime;

/**
 * How learning goes.
 *
 * @param closed days on which nobody works where the parcels are
 * @param openTime which time counts for a delivery
 * @param shownEnds what becomes of a window before it is shown
 * @param leastExamples fewer deliveries than this make no model
 * @param historyDays how far back examples are learned from
 * @param retrainShare learn anew when this share of the examples is new
 * @param retrainDays or when so many days have passed
 */
public record LearningSettings(
        ZoneId zone,
        Predicate<LocalDate> closed,
        OpenTime openTime,
        ShownEnds shownEnds,
        IntSupplier leastExamples,
        int historyDays,
        double retrainShare,
        int retrainDays) {

    /** What was measured to work: see decision record 6. */
    public static LearningSettings usual(ZoneId zone, Predicate<LocalDate> closed) {
        return new LearningSettings(zone, closed, OpenTime.ALWAYS, ShownEnds.AS_SAID, () -> 1_000, 400, .1, 28);
    }
}
