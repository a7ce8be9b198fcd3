package kr.dochak.promise.learning;

/**
 * The three ends of a window, and how far each follows recent outcomes. The early end is known within days and follows all
 * the way; of the others a part is left to the next training, since what shows there may be over by then.
 */
enum End {
    EARLY(.1, 1),
    MIDDLE(.5, .7),
    LATE(.9, .7);

    private final double share;
    private final double follows;

    End(double share, double follows) {
        this.share = share;
        this.follows = follows;
    }

    /** Which share of deliveries usually ends before it. */
    double share() {
        return share;
    }

    /** Where to read the next windows, when recent ones should have been read at {@code position}. */
    double follow(double position) {
        double asShown = asShown(share);
        return asShown + follows * (position - asShown);
    }

    /** Where a share lies in the model's own window: straight between its ends, and with the tail that it takes for others. */
    static double asShown(double share) {
        if (share < .1) {
            return -1 - (.1 - share) * 5;
        }
        if (share <= .5) {
            return (share - .5) / .4;
        }
        return share <= .9 ? (share - .5) / .4 : 1 - Math.log((1 - share) / .1) / Math.log(5);
    }
}
