package kr.dochak.tracking.carriers;

import java.util.List;

/** What a tracking number looks like beside the carrier it was registered with. */
public sealed interface NumberCheck {

    /** Nothing speaks against it. */
    record Fits() implements NumberCheck {}

    /** The last digit is not what is told of this carrier's numbers, which nobody could verify: said, never refused. */
    record Unusual(String what) implements NumberCheck {}

    /**
     * It cannot be a number of this carrier.
     *
     * @param what SHAPE or CHECK_DIGIT
     * @param likely carriers whose number it can be, the likeliest first
     */
    record Wrong(String what, List<String> likely) implements NumberCheck {}
}
