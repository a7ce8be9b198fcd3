package kr.dochak.tracking.hubs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;

/**
 * How long the parts of a way usually take, by the hour at which they begin (PRM-4). Immutable; learned every night from the
 * parcels of all malls.
 */
public final class UsualTimes {

    /** Nothing is known: a new installation. */
    public static final UsualTimes NONE = new UsualTimes(Map.of());

    /** So few parcels of an hour say nothing. */
    private static final int ENOUGH = 5;

    private static final int DAY = 24;

    /** The parts of a way. */
    public enum Kind {
        /** From the label to the carrier's hands. */
        WAIT,
        /** At one place, from the first scan there to the one it left with. */
        STAY,
        /** From one place to the next. */
        LEG,
        /** With the driver. */
        TOUR
    }

    /** @param toward empty for anywhere */
    record Key(Kind kind, String carrier, String place, String toward) {}

    /** What was seen of parts that began at one hour of the day, in seconds. */
    record Hour(long days, long parcels, long doors, long p50, long p90) {}

    /** The hours of a day. */
    static final class Hours {

        private final @Nullable Hour[] hours = new Hour[DAY];

        boolean put(int hour, Hour seen) {
            hours[hour] = seen;
            return true;
        }
    }

    /**
     * How long it usually takes from a moment on.
     *
     * @param p50 half of the parcels, and {@code p90} nine of ten, took no longer
     * @param door whether such parcels leave the place on a driver's van
     */
    public record Usual(Duration p50, Duration p90, boolean door) {}

    private final Map<Key, Hours> hours;

    UsualTimes(Map<Key, Hours> hours) {
        this.hours = Map.copyOf(hours);
    }

    /**
     * What is usual of a part that began at this moment. One that began at an hour at which hardly any do waits for the next
     * hour of which something is known, as what comes after the last truck waits for the next one.
     *
     * @param toward empty while nobody knows where it goes
     */
    public Optional<Usual> of(Kind kind, String carrier, String place, String toward, Instant began) {
        Optional<Usual> there = known(new Key(kind, carrier, place, toward), began);
        return there.isPresent() || toward.isEmpty() ? there : known(new Key(kind, carrier, place, ""), began);
    }

    /** The same of a leg between these two places, and of no other from there. */
    public Optional<Usual> between(String carrier, String place, String toward, Instant began) {
        return toward.isEmpty() ? Optional.empty() : known(new Key(Kind.LEG, carrier, place, toward), began);
    }

    private Optional<Usual> known(Key key, Instant began) {
        Hours known = hours.get(key);
        if (known == null) {
            return Optional.empty();
        }
        ZonedDateTime at = Seoul.at(began);
        for (int later = 0; later < DAY; later++) {
            Hour hour = known.hours[(at.getHour() + later) % DAY];
            if (hour != null && hour.parcels >= ENOUGH) {
                long waits = later == 0 ? 0 : later * 3_600L - at.getMinute() * 60L - at.getSecond();
                return Optional.of(new Usual(
                        Duration.ofSeconds(hour.p50 + waits),
                        Duration.ofSeconds(hour.p90 + waits),
                        hour.doors * 2 > hour.parcels));
            }
        }
        return Optional.empty();
    }

    /** How many parcels pass a place on a day, or set out from it when {@code kind} is a leg. */
    public double perDay(Kind kind, String carrier, String place) {
        Hours known = hours.get(new Key(kind, carrier, place, ""));
        if (known == null) {
            return 0;
        }
        double parcels = 0;
        long days = 1;
        for (Hour hour : known.hours) {
            if (hour != null) {
                parcels += hour.parcels;
                days = Math.max(days, hour.days);
            }
        }
        return parcels / days;
    }
}
