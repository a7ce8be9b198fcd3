package kr.dochak.compensation;

import java.time.Duration;
import java.util.Map;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;

/**
 * What a broken promise looks like at one moment.
 *
 * @param late past the end of the promised window; never negative
 * @param timed a slot of hours was promised rather than a day
 * @param cause why, or null when nobody knows
 * @param total what the order cost
 * @param already the worth of what this promise got before, by rule
 */
record RuleContext(Duration late, boolean timed, @Nullable DelayCause cause, Won total, Map<String, Won> already) {}
