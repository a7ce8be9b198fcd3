package kr.dochak.tracking.carriers.asking;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;

/** How many calls one outside system still allows us in this minute, by the world's clock. */
final class Budget {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final IntSupplier perMinute;
    private Instant minute = Instant.MIN;
    private int left;

    Budget(IntSupplier perMinute) {
        this.perMinute = perMinute;
    }

    synchronized boolean take(Instant now) {
        turn(now);
        if (left <= 0) {
            return false;
        }
        left--;
        return true;
    }

    synchronized int left(Instant now) {
        turn(now);
        return left;
    }

    int perMinute() {
        return perMinute.getAsInt();
    }

    private void turn(Instant now) {
        if (minute == Instant.MIN || !now.isBefore(minute.plus(MINUTE))) {
            minute = now;
            left = perMinute.getAsInt();
        }
    }
}
