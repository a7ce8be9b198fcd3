package kr.dochak.tracking.carriers.asking;

import kr.dochak.tracking.carriers.Source;

/**
 * How a way to an outside system is doing at this moment.
 *
 * @param isLeftAlone true while its circuit breaker lets nothing through
 * @param callsLeft of this minute's allowance
 */
public record OpenRoute(Source source, boolean isLeftAlone, int callsLeft, int callsPerMinute) {}
