package kr.dochak.promise.accuracy;

/** How the windows of one lane held. */
public record HeldLane(String origin, String destination, Held held) {}
