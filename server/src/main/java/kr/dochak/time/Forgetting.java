package kr.dochak.time;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * When what is old is forgotten: once a day, in batches until nothing is left that is older than it is kept (IDN-3). For a
 * {@link Ticking} that has nothing else to do, and never a reason to wake.
 */
public final class Forgetting {

    /** Of everything that forgets. */
    public static final Cadence CADENCE = Cadence.every(Duration.ofDays(1));

    private static final int MOST_AT_ONCE = 5_000;

    /** Forgets at most so many of what is older than a moment, oldest first; answers how many. */
    @FunctionalInterface
    public interface Batch {

        int forget(Instant before, int most);
    }

    private final Supplier<Duration> keep;
    private final Batch batch;

    public Forgetting(Duration keep, Batch batch) {
        this(() -> keep, batch);
    }

    /** With a length that may change while the product runs. */
    public Forgetting(Supplier<Duration> keep, Batch batch) {
        this.keep = keep;
        this.batch = batch;
    }

    /** Forgets the next batch; true when there may be more. */
    public boolean tick(Instant now) {
        return batch.forget(now.minus(keep.get()), MOST_AT_ONCE) == MOST_AT_ONCE;
    }
}
