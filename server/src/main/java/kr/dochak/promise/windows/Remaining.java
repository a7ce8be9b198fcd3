package kr.dochak.promise.windows;

import java.time.Duration;

/** Remaining open time from entering a stage to delivery, as quantiles, and what they were learned from. */
public record Remaining(Duration q10, Duration q50, Duration q90, WindowBasis basis) {}
