package kr.dochak.promise.learning;

import java.util.Arrays;

/**
 * Quantiles of values of which some are only known to be larger than something: Kaplan and Meier's estimate.
 * What has not ended yet is the slow part of a cohort; an average over what has ended would call everything fast.
 */
final class Survival {

    private static final double ROUNDING = 1e-9;

    private double[] values = new double[1024];
    private boolean[] hasEnded = new boolean[1024];
    private int size;
    private int ended;

    /** How many have ended. */
    int ended() {
        return ended;
    }

    void add(double value, boolean isEnd) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            hasEnded = Arrays.copyOf(hasEnded, size * 2);
        }
        values[size] = value;
        hasEnded[size++] = isEnd;
        ended += isEnd ? 1 : 0;
    }

    /**
     * The values below which the given shares lie; shares ascend. A share that nothing has reached yet has none: not a
     * number.
     */
    double[] quantiles(double... shares) {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> {
            int byValue = Double.compare(values[a], values[b]);
            return byValue != 0 ? byValue : Boolean.compare(hasEnded[b], hasEnded[a]);
        });
        double[] found = new double[shares.length];
        Arrays.fill(found, Double.NaN);
        int atRisk = size;
        double left = 1;
        int next = 0;
        for (int i : order) {
            if (hasEnded[i]) {
                left *= 1 - 1.0 / atRisk;
            }
            atRisk--;
            while (next < shares.length && 1 - left >= shares[next] - ROUNDING) {
                found[next++] = values[i];
            }
        }
        return found;
    }
}
