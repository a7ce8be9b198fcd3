package kr.dochak.alerts.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When somebody is on duty: on these days, from a minute of the day until another, in Seoul. Past midnight it belongs to the day on which it
 * began.
 */
public record Shift(long id, long staffId, Days days, int fromMinute, int untilMinute) {

    /** The minutes of a day. */
    public static final int DAY = 24 * 60;

    /** Which days, by the Korean calendar with what the mall declared. */
    public enum Days {
        EVERY,
        BUSINESS,
        OFF,
        MON,
        TUE,
        WED,
        THU,
        FRI,
        SAT,
        SUN;

        boolean contain(LocalDate day, boolean isBusinessDay) {
            return switch (this) {
                case EVERY -> true;
                case BUSINESS -> isBusinessDay;
                case OFF -> !isBusinessDay;
                default -> day.getDayOfWeek() == DayOfWeek.of(ordinal() - OFF.ordinal());
            };
        }
    }

    /** Whether it goes past midnight. */
    public boolean isOverNight() {
        return untilMinute <= fromMinute;
    }

    /** When it begins. */
    public LocalTime from() {
        return LocalTime.of(fromMinute / 60, fromMinute % 60);
    }

    /** When it ends; midnight is the end of the day. */
    public LocalTime until() {
        return LocalTime.of(untilMinute / 60 % 24, untilMinute % 60);
    }
}
