package kr.dochak.tracking.carriers;

import java.util.List;
import kr.dochak.shared.CarrierId;

/** What a tracking number looks like beside the carrier it was registered with. */
public sealed interface NumberCheck {

    /** There is no objection to it. */
    record Fits() implements NumberCheck {}

    /** The last digit breaks a rule for this carrier's numbers that nobody could verify: a warning, never a refusal. */
    record Unusual(String what) implements NumberCheck {}

    /**
     * It cannot be a number of this carrier.
     *
     * @param what SHAPE or CHECK_DIGIT
     * @param likely carriers whose number it can be, the likeliest first
     */
    record Wrong(String what, List<CarrierId> likely) implements NumberCheck {}
}
