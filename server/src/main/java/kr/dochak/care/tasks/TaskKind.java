package kr.dochak.care.tasks;

/** What was promised. */
public enum TaskKind {
    /** A named manager calls about a parcel that was lost or damaged (MSG-4). */
    CALL(true),
    /** The carrier is asked where a silent parcel is, and the customer gets its answer (TRK-4). */
    CARRIER_INQUIRY(true),
    /** The customer is told how it goes on with a parcel that is returning. */
    RETURN_CONTACT(true),
    /** Another day or place reaches whoever carries the parcel (DSP-6). */
    DELIVERY_REQUEST(false);

    private final boolean worded;

    TaskKind(boolean worded) {
        this.worded = worded;
    }

    /** Whether whoever ends it writes down what came of it. */
    public boolean needsWords() {
        return worded;
    }
}
