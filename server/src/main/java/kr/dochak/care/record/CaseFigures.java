package kr.dochak.care.record;

/**
 * How many cases of a mall wait.
 *
 * @param unassigned open ones that nobody owns yet
 * @param escalated put before the lead, and seen by none yet
 * @param dueWithinHour not overdue, but due in the next sixty minutes
 */
public record CaseFigures(long open, long unassigned, long overdue, long escalated, long dueWithinHour) {}
