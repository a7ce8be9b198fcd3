package kr.dochak.approvals;

import java.time.Instant;

/** Somebody is away, and a colleague decides in their place, with no more than they have themselves. */
public record Absence(long id, long staffId, long standInId, Instant from, Instant until) {}
