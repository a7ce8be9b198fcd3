package kr.dochak.promise.learning;

/** Which share of deliveries ends before each end of a window: a tenth and nine tenths, unless {@link Steering} leans. */
record Shares(double early, double late) {

    /** As many as may miss a window on either side (PRM-2). */
    static final double MISSED = .1;

    static final Shares USUAL = new Shares(MISSED, 1 - MISSED);
}
