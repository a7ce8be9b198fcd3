package kr.dochak.identity.sessions;

/** Carried by a log-in that begins in another way than its kind of people usually do. */
public record Proof(Way way) {}
