package kr.dochak.insight;

import java.time.Duration;

/**
 * How long a step took for the orders delivered on one day.
 *
 * @param median half of them took no longer, to about a tenth of the value
 * @param slowest nine of ten took no longer
 * @param target what it should take at most
 */
public record StageLead(Step step, long orders, Duration median, Duration slowest, Duration target) {}
