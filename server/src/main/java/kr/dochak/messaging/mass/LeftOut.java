package kr.dochak.messaging.mass;

/** Why the customer of an order is not told. */
public enum LeftOut {
    /** It was delivered before it was its turn. */
    DELIVERED,
    /** It was cancelled, or will not come. */
    OVER,
    /** It is on another way or day by now. */
    OTHERWISE,
    /** Its customer was erased. */
    ERASED,
    /** The same notice reaches this customer for another order. */
    SAME_CUSTOMER,
    /** They were told enough by such notices within a day (MSG-5). */
    ENOUGH,
    /** The notice was stopped. */
    STOPPED
}
