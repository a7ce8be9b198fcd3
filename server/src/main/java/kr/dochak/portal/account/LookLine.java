package kr.dochak.portal.account;

/** One look of staff at the customer's data. */
public record LookLine(String what, String who, String reason, String when) {}
