package kr.dochak.time;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How often each subject may do a thing: so many at once, and then as many again over the stretch, one by one. It is kept in
 * this process's memory and measured by the machine's own time, since it guards the machine and not the world.
 */
public final class Allowance {

    /** More subjects than this are forgotten, those first that did not come back. */
    private static final int MOST_SUBJECTS = 100_000;

    private final long between;
    private final long ahead;
    private final LongSupplier nanos;
    /** When all that a subject took will have grown back, in nanoseconds of the machine. */
    private final Cache<String, AtomicLong> whole;

    /** @param most at once, and then within each {@code stretch} */
    public Allowance(int most, Duration stretch) {
        this(most, most, stretch, System::nanoTime);
    }

    /**
     * @param atOnce how many may be taken together
     * @param most how many grow back within {@code stretch}
     * @param nanos the time of the machine
     */
    public Allowance(int atOnce, int most, Duration stretch, LongSupplier nanos) {
        this.between = stretch.toNanos() / most;
        this.ahead = between * (atOnce - 1L);
        this.nanos = nanos;
        this.whole = Caffeine.newBuilder()
                .maximumSize(MOST_SUBJECTS)
                .expireAfterAccess(Duration.ofNanos(between * atOnce).plusSeconds(1))
                .ticker(nanos::getAsLong)
                .build();
    }

    /** Takes one; false when the subject has none left. */
    public boolean take(String subject) {
        long now = nanos.getAsLong();
        AtomicLong until = whole.get(subject, unused -> new AtomicLong(now));
        while (true) {
            long before = until.get();
            long from = before - now > 0 ? before : now;
            if (from - now > ahead) {
                return false;
            }
            if (until.compareAndSet(before, from + between)) {
                return true;
            }
        }
    }

    /** How many seconds until the subject has one again; 0 when it has. */
    public int wait(String subject) {
        AtomicLong until = whole.getIfPresent(subject);
        long over = until == null ? 0 : until.get() - nanos.getAsLong() - ahead;
        return over <= 0 ? 0 : (int) Math.ceilDiv(over, Duration.ofSeconds(1).toNanos());
    }
}
