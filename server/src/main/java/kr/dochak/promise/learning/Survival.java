package kr.dochak.promise.learning;

import java.util.Arrays;

/**
 * Quantiles of values of which some are only known to be larger than something: Kaplan and Meier's estimate, with weights.
 * What has not ended yet is the slow part of a cohort; an average over what has ended would call everything fast.
 */
final class Survival {

    private static final double NEVER = 6;

    private static final double ROUNDING = 1e-9;

    private double[] values = new double[1024];
    private double[] weights = new double[1024];
    private boolean[] ended = new boolean[1024];
    private int size;
    private double endedWeight;

    /** How much has ended. */
    double endedWeight() {
        return endedWeight;
    }

    void add(double value, double weight, boolean hasEnded) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            weights = Arrays.copyOf(weights, size * 2);
            ended = Arrays.copyOf(ended, size * 2);
        }
        values[size] = value;
        weights[size] = weight;
        ended[size++] = hasEnded;
        endedWeight += hasEnded ? weight : 0;
    }

    /** The values below which the given shares lie; shares ascend. A share that nothing has reached yet is {@code NEVER}. */
    double[] quantiles(double... shares) {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> {
            int byValue = Double.compare(values[a], values[b]);
            return byValue != 0 ? byValue : Boolean.compare(ended[b], ended[a]);
        });
        double atRisk = 0;
        for (int i = 0; i < size; i++) {
            atRisk += weights[i];
        }
        double[] found = new double[shares.length];
        Arrays.fill(found, NEVER);
        double left = 1;
        int next = 0;
        for (int i : order) {
            if (ended[i]) {
                left *= 1 - weights[i] / Math.max(atRisk, weights[i]);
            }
            atRisk -= weights[i];
            while (next < shares.length && 1 - left >= shares[next] - ROUNDING) {
                found[next++] = values[i];
            }
        }
        return found;
    }
}
