package kr.dochak.promise.learning;

/**
 * The three ends of a window, and how each follows recent outcomes. The late end rests on one outcome in ten, and those are
 * the last to be known: when a bad spell shows there it is often over. So it remembers longer and follows less than half way.
 */
enum End {
    EARLY(.1, -1, 14, 60, 1),
    MIDDLE(.5, 0, 14, 60, .7),
    LATE(.9, 1, 30, 90, .4);

    /** Nothing is remembered longer. */
    static final double LONGEST_MEMORY_DAYS = 90;

    private final double share;
    private final double asSaid;
    private final double halfLifeDays;
    private final double memoryDays;
    private final double follows;

    End(double share, double asSaid, double halfLifeDays, double memoryDays, double follows) {
        this.share = share;
        this.asSaid = asSaid;
        this.halfLifeDays = halfLifeDays;
        this.memoryDays = memoryDays;
        this.follows = follows;
    }

    /** Which share of deliveries ends before it. */
    double share() {
        return share;
    }

    /** Its position in the model's own window. */
    double asSaid() {
        return asSaid;
    }

    /** What an outcome counts whose window was told so many days ago. */
    double weight(double age) {
        return age > memoryDays ? 0 : Math.pow(.5, age / halfLifeDays);
    }

    /** Where to read the next windows, when recent ones should have been read at {@code position}. */
    double follow(double position) {
        return asSaid + follows * (position - asSaid);
    }
}
