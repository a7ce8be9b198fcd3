package kr.dochak.promise.learning;

/**
 * Three quantiles of a time in days, which never cross: it takes no longer than each with 10 %, 50 % and 90 %
 * probability. A value between or beyond them has a position: 0 at the middle, −1 at the early end, +1 at the late end.
 */
record Spread(double early, double middle, double late) {

    /** Narrower than this no window is, so that a position is always a number. */
    private static final double NARROWEST = .02;

    /** Sorts what a model gave: quantiles that were learned apart may cross. */
    static Spread sorted(double a, double b, double c) {
        double low = Math.min(a, Math.min(b, c));
        double high = Math.max(a, Math.max(b, c));
        double middle = a + b + c - low - high;
        double early = Math.max(0, low);
        double half = Math.max(early + NARROWEST, middle);
        return new Spread(early, half, Math.max(half + NARROWEST, high));
    }

    /** What is still left after some time has passed without an end: waiting long makes what is left longer. */
    Spread after(double elapsed) {
        if (elapsed <= 0) {
            return this;
        }
        double open = 1 - shareWithin(elapsed);
        return sorted(
                withinShare(1 - .9 * open) - elapsed,
                withinShare(1 - .5 * open) - elapsed,
                withinShare(1 - .1 * open) - elapsed);
    }

    /** Straight lines between the quantiles; beyond the last, what is left halves at a steady pace. */
    private double shareWithin(double days) {
        if (days <= early) {
            return .1 * days / Math.max(early, NARROWEST);
        }
        if (days <= middle) {
            return .1 + .4 * (days - early) / (middle - early);
        }
        return days <= late ? .5 + .4 * (days - middle) / (late - middle) : 1 - .1 * Math.exp((late - days) / tail());
    }

    private double withinShare(double share) {
        if (share <= .1) {
            return early * share / .1;
        }
        if (share <= .5) {
            return early + (middle - early) * (share - .1) / .4;
        }
        return share <= .9 ? middle + (late - middle) * (share - .5) / .4 : late - tail() * Math.log((1 - share) / .1);
    }

    private double tail() {
        return (late - middle) / Math.log(5);
    }

    double positionOf(double days) {
        return days < middle ? (days - middle) / (middle - early) : (days - middle) / (late - middle);
    }

    double at(double position) {
        return position < 0 ? middle + position * (middle - early) : middle + position * (late - middle);
    }

    /** The same distribution, read at other positions than −1, 0 and 1. */
    Spread at(double early, double middle, double late) {
        return sorted(at(early), at(middle), at(late));
    }
}
