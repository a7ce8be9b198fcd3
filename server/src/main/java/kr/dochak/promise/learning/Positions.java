package kr.dochak.promise.learning;

/** Where the ends of a window are read within a model's window. */
record Positions(double early, double middle, double late) {

    /** As the model itself would have it for these shares. */
    static Positions asShown(Shares shares) {
        return new Positions(End.asShown(shares.early()), End.asShown(End.MIDDLE.share()), End.asShown(shares.late()));
    }

    /** With what other positions have beyond the ones that both were drawn from. */
    Positions and(Positions others, Positions common) {
        double both = middle + others.middle - common.middle;
        return new Positions(
                Math.min(both, early + others.early - common.early),
                both,
                Math.max(both, late + others.late - common.late));
    }
}
