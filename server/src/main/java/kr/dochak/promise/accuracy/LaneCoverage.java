package kr.dochak.promise.accuracy;

/** How the windows of one lane held. */
public record LaneCoverage(String origin, String destination, Coverage held) {}
