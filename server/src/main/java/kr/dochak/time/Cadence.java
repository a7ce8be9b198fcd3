package kr.dochak.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import kr.dochak.shared.Seoul;

/** How often something that waits for a moment looks. It says so in {@link Ticking#cadence}, and the heartbeat keeps to it. */
public sealed interface Cadence {

    /** Looks whenever the heart beats, a few times a second. */
    Cadence AT_EVERY_BEAT = new EveryBeat();

    /** Looks once after a start. */
    Cadence ONCE = new Once();

    /** Looks this long after a look that left nothing to do; a driven world does not stop for it. */
    static Every every(Duration interval) {
        return new Every(interval, false);
    }

    /** Looks at this time of each day in Korea; a driven world stops there. */
    static Cadence daily(LocalTime at) {
        return new Daily(at);
    }

    /** The next look after one that left nothing to do. */
    Instant after(Instant look);

    /** Whether a driven world stops at the next look. */
    default boolean isAwaited() {
        return false;
    }

    record EveryBeat() implements Cadence {

        @Override
        public Instant after(Instant look) {
            return Instant.MIN;
        }

        @Override
        public String toString() {
            return "at every beat";
        }
    }

    record Once() implements Cadence {

        @Override
        public Instant after(Instant look) {
            return Instant.MAX;
        }

        @Override
        public String toString() {
            return "once";
        }
    }

    record Every(Duration interval, boolean isAwaited) implements Cadence {

        /** The same, but a driven world stops for it. */
        public Every awaited() {
            return new Every(interval, true);
        }

        @Override
        public Instant after(Instant look) {
            return look.plus(interval);
        }

        @Override
        public String toString() {
            return "every " + interval.toString().substring("PT".length()).toLowerCase(Locale.ROOT)
                    + (isAwaited ? ", awaited" : "");
        }
    }

    record Daily(LocalTime at) implements Cadence {

        @Override
        public Instant after(Instant look) {
            LocalDate day = Seoul.dateOf(look);
            Instant today = Seoul.instant(day, at);
            return today.isAfter(look) ? today : Seoul.instant(day.plusDays(1), at);
        }

        @Override
        public boolean isAwaited() {
            return true;
        }

        @Override
        public String toString() {
            return "daily at " + at + ", awaited";
        }
    }
}
