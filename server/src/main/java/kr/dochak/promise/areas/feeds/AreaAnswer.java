package kr.dochak.promise.areas.feeds;

import java.util.List;

/** What a public service answers. A reader makes one of these of whatever comes; it never throws. */
public sealed interface AreaAnswer {

    /**
     * It answered with bulletins.
     *
     * @param items how many entries came, readable or not: a full page means that there may be another
     */
    record Listed(List<Bulletin> bulletins, int items) implements AreaAnswer {}

    /** It refuses us: the key is wrong, or we asked too often. */
    record Refused(Why why, String what) implements AreaAnswer {}

    /** It cannot be understood, or reports that something is broken over there. */
    record Broken(String what) implements AreaAnswer {}

    /** Nobody answered. */
    record Silent(String what) implements AreaAnswer {}

    /** Why it refuses us. */
    enum Why {
        KEY,
        BUSY
    }

    /** One word for the health page. */
    default String kind() {
        return switch (this) {
            case Listed told -> "TOLD";
            case Refused refused -> refused.why().name();
            case Broken broken -> "BROKEN";
            case Silent silent -> "SILENT";
        };
    }

    default String what() {
        return switch (this) {
            case Listed told -> "";
            case Refused refused -> refused.what();
            case Broken broken -> broken.what();
            case Silent silent -> silent.what();
        };
    }
}
