package kr.dochak.benchmarks.scale;

import java.util.Arrays;

/** How long things took, in milliseconds, sorted; what is asked of it is a share of them. */
public record Millis(double[] sorted) {

    public static Millis of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Millis(sorted);
    }

    /** The value below which this share lies; 1 is the longest. */
    public double at(double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }

    @Override
    public String toString() {
        return "p50 %.1f, p99 %.1f, p99.9 %.1f, longest %.0f ms".formatted(at(.5), at(.99), at(.999), at(1));
    }
}
