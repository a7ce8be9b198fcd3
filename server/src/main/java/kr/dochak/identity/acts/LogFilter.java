package kr.dochak.identity.acts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import kr.dochak.changes.ChangeFilter.Thing;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of what staff did.
 *
 * @param malls those whose lines may be read
 * @param who part of a name or a number of a member of staff; empty for anybody
 * @param doors which of the log-ins and refusals
 * @param kind which acts by the kind of their object; null for all, {@code none} for no acts
 * @param objects about one of these; null for any
 */
public record LogFilter(
        Collection<MallId> malls,
        String who,
        Doors doors,
        @Nullable String kind,
        @Nullable List<Thing> objects,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** The kind of an object that nothing has. */
    public static final String NO_ACTS = "none";

    /** What of the doors is among the lines. */
    public enum Doors {
        NONE,
        LOGINS,
        REFUSALS,
        ALL
    }
}
