package kr.dochak.console.firstday;

/** What was learned of one way. */
public record LaneRow(String carrier, String destination, int deliveries, String usual, String error) {}
