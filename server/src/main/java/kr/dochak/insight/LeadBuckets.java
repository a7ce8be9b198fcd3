package kr.dochak.insight;

import java.time.Duration;
import java.util.SortedMap;

/** Lengths of time as a small histogram: buckets of about a tenth of the value, so that days can be added up. */
final class LeadBuckets {

    private static final double FIRST_MINUTES = 5;
    private static final double PER_DOUBLING = 8;

    private LeadBuckets() {}

    /** The bucket of a length; what is negative, since clocks of two systems differ, counts as nothing. */
    static int of(Duration length) {
        double minutes = Math.max(0, length.toSeconds() / 60.0);
        return (int) Math.floor(PER_DOUBLING * Math.log(1 + minutes / FIRST_MINUTES) / Math.log(2));
    }

    /** The length which this share (0 to 1) of all does not exceed, interpolated inside its bucket. */
    static Duration quantile(SortedMap<Integer, Long> counts, double share) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        double wanted = all * share;
        double passed = 0;
        for (var bucket : counts.entrySet()) {
            if (passed + bucket.getValue() >= wanted) {
                double part = bucket.getValue() == 0 ? 0 : (wanted - passed) / bucket.getValue();
                return Duration.ofSeconds(Math.round(60 * minutes(bucket.getKey() + part)));
            }
            passed += bucket.getValue();
        }
        return Duration.ZERO;
    }

    private static double minutes(double bucket) {
        return FIRST_MINUTES * (Math.pow(2, bucket / PER_DOUBLING) - 1);
    }
}
