package kr.dochak.promise.learning.features;

/** What is measured: from order to hand-over, from there to the door, and from order to door at once. */
enum Clock {
    HANDLING,
    TRANSIT,
    WHOLE
}
