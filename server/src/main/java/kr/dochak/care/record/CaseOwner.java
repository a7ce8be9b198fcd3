package kr.dochak.care.record;

/** The one member of staff who answers for a case (CAR-5), by the name the customer sees. */
public record CaseOwner(long staffId, String name) {}
