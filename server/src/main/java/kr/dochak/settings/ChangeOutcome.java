package kr.dochak.settings;

import java.time.Instant;

/** What became of a wish to change a setting. */
public sealed interface ChangeOutcome {

    /** It counts from its moment on. */
    record Changed(SettingChange change) implements ChangeOutcome {}

    /** It waits for a second person. */
    record Waiting(SettingChange change) implements ChangeOutcome {}

    /** No setting, or no change, has this name. */
    record Unknown() implements ChangeOutcome {}

    /** The number is out of bounds, is the one it is already, or has no reason. */
    record Refused(Why why) implements ChangeOutcome {}

    /** Somebody else changed it since the page was opened. */
    record Overtaken(SettingChange by) implements ChangeOutcome {}

    /** Why a wish is refused. */
    enum Why {
        NO_NUMBER,
        TOO_SMALL,
        TOO_LARGE,
        THE_SAME,
        NO_REASON,
        IN_THE_PAST,
        FAR,
        OWN_CHANGE,
        OVER
    }

    /**
     * A wish.
     *
     * @param typed what was typed for the number
     * @param seen the last change that the person saw; 0 when there was none
     */
    record Wish(String key, String typed, Instant from, String reason, long seen) {}
}
