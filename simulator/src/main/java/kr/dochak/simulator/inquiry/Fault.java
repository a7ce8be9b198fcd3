package kr.dochak.simulator.inquiry;

import java.util.Arrays;

/** How one source misbehaves. */
public enum Fault {
    NONE,
    /** Our address is blocked: 403 for every number. */
    BLOCKED,
    /** A gateway in front of it has nobody behind it: 502. */
    BAD_GATEWAY,
    /** The page or the answer looks different since last night. */
    CHANGED,
    /** 200, and an error inside. */
    ERROR_INSIDE,
    SLOW,
    /** Every scan stands there twice. */
    DOUBLED,
    /** The scans stand in another order than they happened. */
    DISORDERED,
    /** A hub tells of a parcel that was delivered before. */
    LATE_SCAN,
    /** The number belonged to another parcel some months ago, which is told as well. */
    REUSED,
    /** More was asked than is allowed. */
    LIMITED;

    public static Fault of(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("fault: "
                        + String.join(
                                ", ",
                                Arrays.stream(values())
                                        .map(fault -> fault.name().toLowerCase(java.util.Locale.ROOT))
                                        .toList())));
    }
}
