package kr.dochak.promise.learning;

/**
 * The three ends of a window, and how far each follows recent outcomes. The early end is known within days and follows all
 * the way; of the others a part is left to the next training, since what shows there may be over by then.
 */
enum End {
    EARLY(.1, -1, 1),
    MIDDLE(.5, 0, .7),
    LATE(.9, 1, .7);

    private static final double[] SHARES = {EARLY.share, MIDDLE.share, LATE.share};

    private final double share;
    private final double asSaid;
    private final double follows;

    End(double share, double asSaid, double follows) {
        this.share = share;
        this.asSaid = asSaid;
        this.follows = follows;
    }

    /** Which share of deliveries ends before each. */
    static double[] shares() {
        return SHARES.clone();
    }

    /** Its position in the model's own window. */
    double asSaid() {
        return asSaid;
    }

    /** Where to read the next windows, when recent ones should have been read at {@code position}. */
    double follow(double position) {
        return asSaid + follows * (position - asSaid);
    }
}
