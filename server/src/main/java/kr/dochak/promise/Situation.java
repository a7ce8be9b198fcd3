package kr.dochak.promise;

import java.time.Instant;
import kr.dochak.promise.PromiseFact.DelayCause;

/**
 * Many delays with one cause at one place: one thing to act on, not many rows.
 *
 * @param since when the first of them was found
 */
public record Situation(DelayCause cause, String place, String carrier, long promises, Instant since) {}
