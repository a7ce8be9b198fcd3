package kr.dochak.insight;

/** The steps of an order whose length is measured, in their order (FUL-5). */
public enum Step {
    /** From the confirmed order to the begin of picking. */
    PICKING,
    /** From there until it is packed. */
    PACKING,
    /** From there until the carrier has it. */
    HANDOVER,
    /** From there until the driver sets out with it. */
    MOVING,
    /** From there to the door. */
    LAST_MILE
}
