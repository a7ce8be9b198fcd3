package kr.dochak.identity.security;

import java.time.Instant;

/** Refusals of a while: since when, how many, from how many addresses. */
public record SecurityAlarm(Instant since, long refusals, int addresses) {}
