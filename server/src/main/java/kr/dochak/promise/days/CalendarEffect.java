package kr.dochak.promise.days;

/**
 * Which promises a day would move.
 *
 * @param looked those whose window ends on that day or later: they are looked at again
 * @param thatDay those that are expected on that day
 */
public record CalendarEffect(long looked, long thatDay) {}
