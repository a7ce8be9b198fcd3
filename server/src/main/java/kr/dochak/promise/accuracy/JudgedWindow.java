package kr.dochak.promise.accuracy;

/** Which of the windows shown is judged by the delivery. */
public enum JudgedWindow {
    /** With the order. */
    ORDER,
    /** What stood there an hour after the carrier took the parcel: time enough for its first scan to be counted in. */
    HANDOVER
}
