package kr.dochak.time;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import kr.dochak.shared.Moments;
import org.jspecify.annotations.Nullable;

/** One of those that wait for a moment, and when it looks next by its cadence. */
final class Pulse {

    /** What failed is tried again at its next look, but no later than this. */
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

    private final String name;
    private final Ticking ticking;
    private final BooleanSupplier held;
    private volatile @Nullable Instant next;

    /** @param held whether nothing may be said to anybody outside */
    Pulse(String name, Ticking ticking, BooleanSupplier held) {
        this.name = name;
        this.ticking = ticking;
        this.held = held;
    }

    String name() {
        return name;
    }

    Cadence cadence() {
        return ticking.cadence();
    }

    /** Looks if it is time; true when there may be more to do. */
    boolean tick(Instant now) {
        if (!ticking.isReady() || isHeld()) {
            return false;
        }
        Instant due = next;
        if (due == null) {
            due = ticking.firstLook(now);
            next = due;
        }
        return !now.isBefore(due) && look(now);
    }

    private boolean isHeld() {
        return ticking.isOutward() && held.getAsBoolean();
    }

    private boolean look(Instant now) {
        boolean more = false;
        boolean failed = true;
        try {
            more = ticking.tick(now);
            failed = false;
        } finally {
            next = more ? Instant.MIN : after(now, failed);
        }
        return more;
    }

    private Instant after(Instant now, boolean failed) {
        Instant regular = cadence().after(now);
        Instant soon = now.plus(AFTER_A_FAILURE);
        return failed ? Moments.earlier(soon, regular) : regular;
    }

    /** The moment a driven world stops at: what stands in the database, or the next look that is awaited. */
    @Nullable Instant nextDue() {
        if (isHeld()) {
            return null;
        }
        Instant waiting = ticking.nextDue();
        Instant look = cadence().isAwaited() ? next : null;
        return waiting == null || (look != null && look.isBefore(waiting)) ? look : waiting;
    }
}
