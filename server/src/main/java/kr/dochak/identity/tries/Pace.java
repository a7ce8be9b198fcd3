package kr.dochak.identity.tries;

import java.time.Duration;

/**
 * How the wait grows with failures: none for the first {@code free}, then {@code first}, and twice as long each time up to
 * {@code most}.
 */
public record Pace(String kind, int free, Duration first, Duration most) {

    /** How long to wait after so many failures in a row. */
    public Duration after(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        int doubled = Math.min(failures - free, 30);
        Duration grown = first.multipliedBy(1L << doubled);
        return grown.compareTo(most) > 0 ? most : grown;
    }
}
