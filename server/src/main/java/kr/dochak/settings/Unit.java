package kr.dochak.settings;

/** What the number of a setting counts. */
public enum Unit {
    MINUTES,
    HOURS,
    DAYS,
    WON,
    TIMES,
    PEOPLE,
    PARCELS,
    /** Of a hundred; a file named it as a factor, such as {@code 0.98}. */
    PERCENT,
    /** Of a thousand; a file named it as a factor, such as {@code 0.03}. */
    PER_MILLE
}
