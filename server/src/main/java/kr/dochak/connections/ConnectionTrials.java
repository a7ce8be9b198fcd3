package kr.dochak.connections;

import java.util.Set;

/** Tries connections out, brought as a bean by the module that calls them (SET-1): the button beside the keys. */
public interface ConnectionTrials {

    /** The connections that it can try. */
    Set<String> keys();

    /** Whether it asks about a parcel, whose number somebody types. */
    boolean isAboutParcel();

    /**
     * Asks once, with the keys that count now.
     *
     * @param typed the number of a parcel; empty where none is asked for
     */
    Outcome attempt(String key, String typed);

    /**
     * What came of it.
     *
     * @param count how many events or warnings the answer had; 0 where it had none to count
     * @param code the other side's own word for a failure, for whoever calls them; without persons
     */
    record Outcome(Kind kind, int count, String code) {}

    /** What became of the question. */
    enum Kind {
        ANSWERED,
        /** It answered, and does not know this parcel. */
        UNKNOWN_PARCEL,
        /** The key is wrong or has ended. */
        WRONG_KEY,
        /** It refuses us for now: blocked, or too many calls. */
        REFUSED,
        UNREADABLE,
        SILENT,
        /** Our own minute is used up, or it failed too often just now. */
        NOT_ASKED
    }
}
