package kr.dochak.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work that waits for a moment: timers, queues, feeds; the heartbeat calls each as often as its {@link #cadence} says,
 * a driven world as fast as time is advanced. An implementation claims a bounded batch ({@code for update skip
 * locked}), acts and commits in {@link #tick}.
 */
public interface Ticking {

    /** Does what is due at {@code now}, at most one batch; true when there may be more. */
    boolean tick(Instant now);

    /** How often it looks. All of them are listed in {@code heartbeat.txt}. */
    default Cadence cadence() {
        return Cadence.AT_EVERY_BEAT;
    }

    /** When it looks first after a start at {@code start}. */
    default Instant firstLook(Instant start) {
        return start;
    }

    /** False while it cannot look or is switched off; asked again at each beat. */
    default boolean isReady() {
        return true;
    }

    /**
     * True for what keeps up this process's own memory: it beats everywhere, other work only where the role {@code work} is.
     */
    default boolean isEverywhere() {
        return false;
    }

    /** True for what sends messages, tells other systems or asks them: it stands still while an {@link OutsideHold} holds. */
    default boolean isOutward() {
        return false;
    }

    /** The earliest moment at which something waits in the database to be done, or null when nothing does. */
    default @Nullable Instant nextDue() {
        return null;
    }
}
