package kr.dochak.opening;

import java.time.Instant;

/**
 * A file of past deliveries.
 *
 * @param refused rows that nothing could be learned from
 */
public record PastFile(long id, int deliveries, int refused, Instant takenAt) {}
