package kr.dochak.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * The one time zone of the product, named. Every scan asks for several days, and the search for the offset costs most of
 * that; so it is searched only for times before the clocks were changed last, in 1988.
 */
public final class Seoul {

    public static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    private static final long SECONDS_PER_DAY = 86_400;
    private static final ZoneOffsetTransition LAST =
            ZONE.getRules().getTransitions().getLast();

    /** A day later, so that the day itself is searched; never, where this Java knows of a rule that changes clocks again. */
    private static final Instant STEADY_AFTER =
            ZONE.getRules().getTransitionRules().isEmpty() ? LAST.getInstant().plus(Duration.ofDays(1)) : Instant.MAX;

    private static final int STEADY = LAST.getOffsetAfter().getTotalSeconds();

    private Seoul() {}

    public static ZonedDateTime at(Instant instant) {
        return instant.atZone(ZONE);
    }

    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofEpochDay(Math.floorDiv(local(instant), SECONDS_PER_DAY));
    }

    /** The time of day. */
    public static LocalTime timeOf(Instant instant) {
        return LocalTime.ofSecondOfDay(Math.floorMod(local(instant), SECONDS_PER_DAY))
                .withNano(instant.getNano());
    }

    /** The first moment of a day. */
    public static Instant startOf(LocalDate date) {
        Instant midnight = Instant.ofEpochSecond(date.toEpochDay() * SECONDS_PER_DAY - STEADY);
        return midnight.isAfter(STEADY_AFTER)
                ? midnight
                : date.atStartOfDay(ZONE).toInstant();
    }

    public static Instant instant(LocalDate date, LocalTime time) {
        Instant midnight = startOf(date);
        return midnight.isAfter(STEADY_AFTER)
                ? midnight.plusNanos(time.toNanoOfDay())
                : date.atTime(time).atZone(ZONE).toInstant();
    }

    /** The last second of a day: a parcel that comes at 23:59 still comes that day. */
    public static Instant endOf(LocalDate date) {
        return startOf(date.plusDays(1)).minusSeconds(1);
    }

    private static long local(Instant instant) {
        int offset = instant.isAfter(STEADY_AFTER)
                ? STEADY
                : ZONE.getRules().getOffset(instant).getTotalSeconds();
        return instant.getEpochSecond() + offset;
    }
}
