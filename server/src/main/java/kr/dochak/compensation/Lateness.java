package kr.dochak.compensation;

import java.time.Duration;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;

/**
 * A delivery after its promised day, real or supposed.
 *
 * @param late past the end of that day
 * @param cause why, or null when nobody knows
 * @param total what the order cost
 */
public record Lateness(Duration late, @Nullable DelayCause cause, Won total) {}
