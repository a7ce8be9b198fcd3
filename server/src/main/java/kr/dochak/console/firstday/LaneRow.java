package kr.dochak.console.firstday;

/** What was learned of one way. */
public record LaneRow(String carrierName, String destination, int deliveries, String usual, String error) {}
