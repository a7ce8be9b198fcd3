package kr.dochak.promise.learning;

import java.util.Arrays;

/**
 * How values are spread of which some are only known to be larger than something: Kaplan and Meier's estimate.
 * What has not ended yet is the slow part of a cohort; an average over what has ended would call everything fast.
 */
final class Survival {

    /** Which share lies below each of the values that ended; immutable. */
    static final class Curve {

        private static final double ROUNDING = 1e-9;

        private final double[] values;
        private final double[] shares;

        private Curve(double[] values, double[] shares) {
            this.values = values;
            this.shares = shares;
        }

        int ended() {
            return values.length;
        }

        /** The value below which this share lies; not a number when nothing has reached it yet. */
        double at(double share) {
            int low = 0;
            int high = values.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (shares[middle] >= share - ROUNDING) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low == values.length ? Double.NaN : values[low];
        }
    }

    private double[] ended = new double[16];
    private double[] open = new double[4];
    private int hasEnded;
    private int isOpen;

    void add(double value, boolean isEnd) {
        if (isEnd) {
            ended = withRoom(ended, hasEnded);
            ended[hasEnded++] = value;
        } else {
            open = withRoom(open, isOpen);
            open[isOpen++] = value;
        }
    }

    private static double[] withRoom(double[] values, int size) {
        return size == values.length ? Arrays.copyOf(values, size * 2) : values;
    }

    /** What was added so far. */
    Curve curve() {
        double[] values = Arrays.copyOf(ended, hasEnded);
        double[] waiting = Arrays.copyOf(open, isOpen);
        Arrays.sort(values);
        Arrays.sort(waiting);
        double[] shares = new double[values.length];
        double left = 1;
        int passed = 0;
        for (int i = 0; i < values.length; i++) {
            while (passed < waiting.length && waiting[passed] < values[i]) {
                passed++;
            }
            int atRisk = values.length - i + waiting.length - passed;
            left *= 1 - 1.0 / atRisk;
            shares[i] = 1 - left;
        }
        return new Curve(values, shares);
    }
}
