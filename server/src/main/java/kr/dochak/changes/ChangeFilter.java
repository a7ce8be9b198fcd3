package kr.dochak.changes;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;

/**
 * Which rows.
 *
 * @param malls those whose rows may be read; what counts in all malls is among them
 * @param staff by whom; null for anybody
 * @param kind of which kind of object; null for any
 * @param objects about one of these; null for any
 */
public record ChangeFilter(
        Collection<MallId> malls,
        @Nullable Collection<Long> staff,
        @Nullable String kind,
        @Nullable List<Thing> objects,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** An object by its id or key; of any kind where that is empty. */
    public record Thing(String kind, String id) {}
}
