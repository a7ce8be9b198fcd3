package kr.dochak.limits;

import java.time.Duration;

/**
 * How slowly a request may come.
 *
 * @param header from its first byte to its end
 * @param grace before the rate of a body is looked at
 * @param bytesASecond of a body after that, on average
 * @param mostRefused how many bytes of a body that nobody read are still taken off the line
 */
record Pace(Duration header, Duration grace, long bytesASecond, long mostRefused) {

    static final Pace NONE = new Pace(Duration.ofDays(1), Duration.ofDays(1), 1, 0);

    boolean headerIsTooSlow(long nanos) {
        return nanos > header.toNanos();
    }

    /** Whether so many bytes of a body should have come in less time than this. */
    boolean bodyIsTooSlow(long bytes, long nanos) {
        double seconds = (nanos - grace.toNanos()) / 1e9;
        return seconds > (double) bytes / bytesASecond;
    }
}
