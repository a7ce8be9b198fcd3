package kr.dochak.connections;

import java.util.Set;

/** What became of a wish to fill a connection in. */
public sealed interface ConnectionOutcome {

    /** It counts from now on. */
    record Changed(ConnectionChange change) implements ConnectionOutcome {}

    /** Nothing is otherwise than before. */
    record Same() implements ConnectionOutcome {}

    /** No connection has this name, or there is nothing to go back to. */
    record Unknown() implements ConnectionOutcome {}

    /** Somebody else changed it since the page was opened. */
    record Overtaken(ConnectionChange by) implements ConnectionOutcome {}

    /**
     * These fields cannot be what was typed.
     *
     * @param noReason whether the reason is missing or too long
     */
    record Refused(Set<String> fields, boolean noReason) implements ConnectionOutcome {}
}
