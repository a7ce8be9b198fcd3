package kr.dochak.changes;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the chain stands.
 *
 * @param lines how many rows are in it
 * @param waiting how many wait for their place, which they have within a second
 * @param last what the last look at all of it found
 */
public record ChainState(long lines, int waiting, Optional<Look> last) {

    /**
     * A look at the whole chain.
     *
     * @param broken the place of the first row that was not as it was written; null where all were
     */
    public record Look(Instant at, long lines, @Nullable Long broken) {}
}
