package kr.dochak.messaging;

/** How far one notice is on one channel; the truth wins, so even a superseded one that had gone out becomes sent. */
public enum DeliveryState {
    WAITING,
    SENT,
    DELIVERED,
    FAILED,
    SUPERSEDED,
    /** Nobody knows whether it went out, so it is not repeated; staff see it, and a late result of the vendor settles it. */
    UNKNOWN
}
