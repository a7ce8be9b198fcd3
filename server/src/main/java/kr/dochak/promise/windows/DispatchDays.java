package kr.dochak.promise.windows;

import java.time.LocalDate;
import java.util.Map;
import kr.dochak.calendar.Exceptions;
import kr.dochak.shared.BusinessCalendar;

/**
 * On which days a mall hands parcels over (출고일). That a carrier delivers on Sundays does not mean that a centre packs on
 * them: an order of Saturday evening that waits for Monday takes a day longer, and two over a long weekend.
 *
 * @param own days that the mall declared, which count more than what it usually does
 */
public record DispatchDays(boolean closedOnSunday, boolean closedOnHoliday, Exceptions own) {

    /** What holds of a mall until its own hand-overs show something else. */
    public static final DispatchDays USUAL = new DispatchDays(true, true, Exceptions.NONE);

    /** A mall works on Sundays, or on holidays, when it hands over at least this much of what it does on another day. */
    private static final double WORKS = .1;

    /** So few hand-overs show nothing. */
    private static final int ENOUGH = 200;

    /** Saturdays are of no kind: some malls rest, others do not, and no carrier's calendar turns on it. */
    enum Kind {
        ORDINARY,
        SATURDAY,
        SUNDAY,
        HOLIDAY;

        static Kind of(LocalDate day, BusinessCalendar holidays) {
            if (holidays.isHoliday(day)) {
                return HOLIDAY;
            }
            return switch (day.getDayOfWeek()) {
                case SATURDAY -> SATURDAY;
                case SUNDAY -> SUNDAY;
                default -> ORDINARY;
            };
        }
    }

    /** How much was handed over on days of one kind, and how many such days there were. */
    record Tally(long parcels, int days) {

        static final Tally NOTHING = new Tally(0, 0);

        Tally and(Tally more) {
            return new Tally(parcels + more.parcels, days + more.days);
        }

        private double perDay() {
            return (double) parcels / days;
        }
    }

    boolean isOpen(LocalDate day, BusinessCalendar holidays) {
        return own.isOpen(day, holidays.open(day, closedOnSunday, closedOnHoliday));
    }

    /** As a mall's hand-overs show it; what they do not show stays as it was known. */
    DispatchDays learned(Map<Kind, Tally> seen) {
        Tally ordinary = seen.getOrDefault(Kind.ORDINARY, Tally.NOTHING);
        if (ordinary.parcels < ENOUGH) {
            return this;
        }
        return new DispatchDays(
                rests(seen.getOrDefault(Kind.SUNDAY, Tally.NOTHING), ordinary, closedOnSunday),
                rests(seen.getOrDefault(Kind.HOLIDAY, Tally.NOTHING), ordinary, closedOnHoliday),
                own);
    }

    private static boolean rests(Tally these, Tally ordinary, boolean known) {
        return these.days == 0 ? known : these.perDay() < WORKS * ordinary.perDay();
    }
}
