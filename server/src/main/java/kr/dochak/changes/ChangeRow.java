package kr.dochak.changes;

import java.time.Instant;
import java.util.List;
import kr.dochak.changes.Change.Field;
import org.jspecify.annotations.Nullable;

/**
 * One row of the change log.
 *
 * @param house whether it counts in all malls, whose auditors may then all read it
 * @param place where it stands in the chain; null for a second, until it is sealed
 */
public record ChangeRow(
        long id,
        Instant at,
        Actor by,
        boolean house,
        String what,
        Outcome outcome,
        String kind,
        String object,
        List<Field> fields,
        String reason,
        @Nullable Long place,
        @Nullable String hash) {

    /** How the act was answered. */
    public enum Outcome {
        DONE,
        /** With a word of caution: it may have done less than was wished. */
        CAUTION,
        NOT_DONE,
        /** Nobody knows: the answer was never finished. */
        UNSURE
    }
}
