package kr.dochak.portal.history;

/** One line of the history of benefits. */
public record HistoryLine(String what, String reason, String amount, boolean plus, String when) {}
