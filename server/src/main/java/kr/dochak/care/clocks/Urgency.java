package kr.dochak.care.clocks;

/** How risky it is to let a case wait (CAR-4): safety and law first, then loss and high value. */
public enum Urgency {
    HIGH,
    IMPORTANT,
    NORMAL;

    /** The riskier of the two. */
    public Urgency or(Urgency other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
