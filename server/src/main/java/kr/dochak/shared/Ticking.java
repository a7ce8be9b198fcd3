package kr.dochak.shared;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work that waits for a moment: timers, queues, feeds.
 * The heartbeat calls every one of them a few times a second; a driven world calls them as fast as time is advanced.
 * An implementation claims a bounded batch ({@code for update skip locked}), acts and commits in {@link #tick}.
 */
public interface Ticking {

    /** Does what is due at {@code now}, at most one batch; true when there may be more. */
    boolean tick(Instant now);

    /**
     * True for what keeps up this process's own memory: it beats everywhere, other work only where the role {@code work} is.
     */
    default boolean isEverywhere() {
        return false;
    }

    /** The earliest moment at which this has something to do, or null when nothing waits. */
    default @Nullable Instant nextDue() {
        return null;
    }
}
