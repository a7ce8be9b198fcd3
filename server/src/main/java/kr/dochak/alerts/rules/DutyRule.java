package kr.dochak.alerts.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Predicate;
import kr.dochak.shared.Seoul;

/** Whether a shift runs at a moment. Pure. */
final class DutyRule {

    private DutyRule() {}

    static boolean runs(Shift shift, Instant at, Predicate<LocalDate> isBusinessDay) {
        LocalDate today = Seoul.dateOf(at);
        int minute = minuteOf(at);
        boolean since = minute >= shift.fromMinute();
        boolean until = minute < shift.untilMinute();
        if (!shift.isOverNight()) {
            return since && until && isOn(shift, today, isBusinessDay);
        }
        return since && isOn(shift, today, isBusinessDay) || until && isOn(shift, today.minusDays(1), isBusinessDay);
    }

    private static boolean isOn(Shift shift, LocalDate day, Predicate<LocalDate> isBusinessDay) {
        return shift.days().contain(day, isBusinessDay.test(day));
    }

    private static int minuteOf(Instant at) {
        LocalTime time = at.atZone(Seoul.ZONE).toLocalTime();
        return time.getHour() * 60 + time.getMinute();
    }
}
