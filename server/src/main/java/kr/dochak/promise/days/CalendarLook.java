package kr.dochak.promise.days;

/**
 * How far the promises that a day moves have been looked at again.
 *
 * @param looked how many so far
 */
public record CalendarLook(long looked, boolean finished) {}
