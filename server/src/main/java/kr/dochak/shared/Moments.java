package kr.dochak.shared;

import java.time.Instant;

/** The earlier and the later of two moments, which {@link Instant} itself does not say. */
public final class Moments {

    private Moments() {}

    public static Instant earlier(Instant a, Instant b) {
        return b.isBefore(a) ? b : a;
    }

    public static Instant later(Instant a, Instant b) {
        return b.isAfter(a) ? b : a;
    }
}
