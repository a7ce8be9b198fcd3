package kr.dochak.simulator.malls;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import kr.dochak.simulator.korea.KoreanTime;

/** What the mall showed the customer: a date, or hours when it is timed. */
public record Slot(LocalDateTime from, LocalDateTime to, boolean timed) {

    public static Slot hours(LocalDate day, int from, int to) {
        return new Slot(day.atTime(from, 0), day.atTime(to, 0), true);
    }

    public static Slot day(LocalDate day) {
        return new Slot(day.atStartOfDay(), day.atTime(LocalTime.of(23, 59)), false);
    }

    /** When the parcel of a timed slot leaves the centre. */
    public LocalDateTime leaves() {
        return isDawn() ? from.minusHours(6) : from.minusHours(3);
    }

    public boolean isDawn() {
        return from.getHour() < 7;
    }

    public Map<String, Object> json() {
        return Map.of("from", KoreanTime.iso(from), "to", KoreanTime.iso(to), "timed", timed);
    }
}
