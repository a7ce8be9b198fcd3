package kr.dochak.care.record;

/**
 * How many cases of a mall wait.
 *
 * @param unassigned open ones that nobody owns yet
 * @param dueWithinHour not overdue, but due in the next sixty minutes
 */
public record CaseFigures(long open, long unassigned, long overdue, long dueWithinHour) {}
