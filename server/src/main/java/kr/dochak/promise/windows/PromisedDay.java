package kr.dochak.promise.windows;

/**
 * How sure a mall wants to be of the day it promises (PRM-1). What is promised then is the first day whose chance is as large
 * ({@link DayChances#promised}).
 */
public final class PromisedDay {

    /** Nine parcels of ten: what holds until a mall chooses otherwise. */
    public static final int USUAL = 90;

    /** The least and the most sure that can be chosen, in per cent. */
    public static final int LEAST = 50;

    public static final int MOST = 98;

    private PromisedDay() {}

    public static boolean isChoosable(int quantile) {
        return quantile >= LEAST && quantile <= MOST;
    }
}
