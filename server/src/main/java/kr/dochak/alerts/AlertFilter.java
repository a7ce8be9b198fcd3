package kr.dochak.alerts;

import java.util.Set;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts a list shows.
 *
 * @param kinds the only ones that may be shown
 * @param severity only of this one; null for any
 * @param text part of a subject; empty for any
 */
public record AlertFilter(
        MallId mall, Set<String> kinds, Show show, @Nullable Severity severity, String text) {

    /** Which of them. */
    public enum Show {
        /** Nobody has acknowledged them. */
        RINGING,
        /** The cause lasts, acknowledged or not. */
        OPEN,
        CLOSED
    }

    public AlertFilter {
        kinds = Set.copyOf(kinds);
    }
}
