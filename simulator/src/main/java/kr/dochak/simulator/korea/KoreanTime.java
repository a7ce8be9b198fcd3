package kr.dochak.simulator.korea;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** One zone, no summer time: inside the simulator a moment is its Korean wall clock. */
public final class KoreanTime {

    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(9);

    private KoreanTime() {}

    public static LocalDateTime parse(String iso) {
        return OffsetDateTime.parse(iso).withOffsetSameInstant(OFFSET).toLocalDateTime();
    }

    public static String iso(LocalDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.truncatedTo(ChronoUnit.MILLIS).atOffset(OFFSET));
    }

    public static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    public static LocalDateTime later(LocalDateTime one, LocalDate day, LocalTime time) {
        return later(one, day.atTime(time));
    }
}
