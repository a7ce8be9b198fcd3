package kr.dochak.portal.account;

/** A kind of advertising and the newest word on it. */
public record ConsentLine(String purpose, boolean given, String since) {}
