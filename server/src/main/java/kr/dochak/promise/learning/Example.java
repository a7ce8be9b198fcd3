package kr.dochak.promise.learning;

/**
 * What was known when a window was shown, and how long it took from then.
 *
 * @param id the delivery's key, so that it can be told which group it belongs to
 * @param madeAt the day the window was told
 * @param endedAt the day it was at the door
 * @param days from one to the other, as far as they count ({@code OpenTime})
 */
record Example(String id, float[] row, double madeAt, double endedAt, double days) {}
