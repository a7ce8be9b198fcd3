package kr.dochak.alerts;

/** How grave it is: whether it may wake somebody, rings on until it is acknowledged, or only stands in the list (MSG-7). */
public enum Severity {
    /** Stands in the list and at the bell; it never repeats. */
    NOTE,
    /** Repeats, and goes on to whoever leads. */
    SERIOUS,
    /** The same, and by every way at once. */
    GRAVE;

    /** Whether it is at least as grave as this. */
    public boolean atLeast(Severity other) {
        return compareTo(other) >= 0;
    }
}
