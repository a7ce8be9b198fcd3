package kr.dochak.promise;

import java.time.Instant;

/**
 * How sure a mall wants to be of the day it promises.
 *
 * @param quantile in per cent
 * @param staffId who chose it
 */
public record PromiseChoice(int quantile, long staffId, Instant at) {}
