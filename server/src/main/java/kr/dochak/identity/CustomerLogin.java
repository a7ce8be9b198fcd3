package kr.dochak.identity;

/** A customer who is logged in by one-time code, or who holds a signed link (then only for that order). */
public record CustomerLogin(long personId, long tenantId, String locale) {}
