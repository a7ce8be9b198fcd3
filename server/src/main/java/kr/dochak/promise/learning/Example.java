package kr.dochak.promise.learning;

/**
 * What was known when a window was told, and how long it took from then.
 *
 * @param madeAt the day the window was told
 * @param days from then to the door
 */
record Example(float[] row, double madeAt, double days) {}
