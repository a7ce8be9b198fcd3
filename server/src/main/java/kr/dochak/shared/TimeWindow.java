package kr.dochak.shared;

import java.time.Instant;

/** A span of time in which something is to happen; both ends belong to it. */
public record TimeWindow(Instant from, Instant to) {

    public TimeWindow {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("window ends before it starts: " + from + " – " + to);
        }
    }
}
