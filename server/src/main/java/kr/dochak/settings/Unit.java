package kr.dochak.settings;

/** What the number of a setting counts. */
public enum Unit {
    MINUTES,
    HOURS,
    DAYS,
    WON,
    TIMES,
    PEOPLE,
    PARCELS
}
