package kr.dochak.promise.learning;

/** Where the ends of a window are read within what a model said. */
record Positions(double early, double middle, double late) {

    static final Positions AS_SAID = new Positions(End.EARLY.asSaid(), End.MIDDLE.asSaid(), End.LATE.asSaid());
}
