package kr.dochak.opening;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one line stands.
 *
 * @param count what was found, where something is counted
 * @param words what was decided or noted
 * @param by who said so; null where it is looked up
 * @param at since when, as far as that is known
 */
public record LineState(
        OpeningLine line,
        boolean done,
        long count,
        String words,
        @Nullable String by,
        @Nullable Instant at) {

    static LineState found(OpeningLine line, boolean done, long count, @Nullable Instant at) {
        return new LineState(line, done, count, "", null, at);
    }

    static LineState missing(OpeningLine line) {
        return new LineState(line, false, 0, "", null, null);
    }
}
