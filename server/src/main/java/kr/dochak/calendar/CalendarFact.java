package kr.dochak.calendar;

import java.time.Instant;
import java.time.LocalDate;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;

/** What happened to a calendar. */
public sealed interface CalendarFact {

    /**
     * A day was declared or withdrawn; what rests on calendars is to be computed anew.
     *
     * @param withdrawn whether it was withdrawn; each day is declared once and withdrawn once
     * @param open what was declared: that they work on that day
     */
    record CalendarChanged(
            long dayId,
            boolean withdrawn,
            LocalDate day,
            Scope scope,
            boolean open,
            @Nullable CarrierId carrier,
            @Nullable MallId mall,
            Instant at)
            implements CalendarFact {

        /** Whether they rest on the day since then, who would not have rested before. */
        public boolean closes() {
            return open == withdrawn;
        }

        /** Whether business clocks are to follow; days of carriers move none. */
        public boolean movesBusinessDays() {
            return scope == Scope.NATION || scope == Scope.MALL;
        }
    }
}
