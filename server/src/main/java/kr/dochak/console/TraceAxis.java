package kr.dochak.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** The one time axis of a trace: the band and all lanes stand on it. */
public record TraceAxis(Instant from, Instant to, Instant now) {

    /** An axis on which all these moments have room. */
    public static TraceAxis over(Collection<Instant> moments, Instant now) {
        Instant first = moments.stream().min(Instant::compareTo).orElse(now);
        Instant last = moments.stream().max(Instant::compareTo).orElse(now);
        Duration rim = Duration.between(first, last).dividedBy(40).plusMinutes(10);
        return new TraceAxis(first.minus(rim), last.plus(rim), now);
    }

    /** How far along, in per cent. */
    public double at(Instant moment) {
        return 100.0
                * Duration.between(from, moment).toMillis()
                / Math.max(1, Duration.between(from, to).toMillis());
    }
}
