package kr.dochak.tracking.carriers;

import java.util.List;

/**
 * What an outside system answers about a tracking number. A reader makes one of these of whatever comes; it never throws.
 */
public sealed interface CarrierAnswer {

    /**
     * The number is known, with all that is known of it.
     *
     * @param events oldest first
     * @param unknown codes no table knows: they move nothing, and somebody has to look at them
     */
    record Found(List<CarrierEvent> events, List<UnknownCode> unknown) implements CarrierAnswer {}

    /** Asked and answered: this number is not known there, or not yet. */
    record NotFound() implements CarrierAnswer {}

    /** The system refuses us for now; another route or another hour may help. */
    record Refused(Why why, String what) implements CarrierAnswer {}

    /** Answered, but it will not speak of this one parcel for now; of all others it still does. */
    record NotNow(String what) implements CarrierAnswer {}

    /** The answer cannot be understood: an error page, another layout, an empty body. */
    record Broken(String what) implements CarrierAnswer {}

    /** Nobody answered in time. */
    record Silent(String what) implements CarrierAnswer {}

    /** A code or text without a meaning, as it was written. */
    record UnknownCode(String code, String text) {}

    /** Why it refuses us. */
    enum Why {
        /** Our address or our way of asking is not let in. */
        BLOCKED,
        /** A queue, or too many calls: later. */
        BUSY,
        /** The key is wrong or has ended. */
        KEY
    }

    /** True when the question was answered. */
    default boolean isAnswer() {
        return this instanceof Found || this instanceof NotFound;
    }

    /** True when it says something about the route; what is about one parcel must not keep others from being asked about. */
    default boolean isAboutRoute() {
        return switch (this) {
            case Found found -> false;
            case NotFound none -> false;
            case NotNow later -> false;
            case Refused refused -> true;
            case Broken broken -> true;
            case Silent silent -> true;
        };
    }

    /** One word for counting. */
    default String kind() {
        return switch (this) {
            case Found found -> "FOUND";
            case NotFound none -> "NOT_FOUND";
            case NotNow later -> "NOT_NOW";
            case Refused refused -> refused.why().name();
            case Broken broken -> "BROKEN";
            case Silent silent -> "SILENT";
        };
    }
}
