package kr.dochak.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The promise band (약속 띠): when a parcel is expected, how surely, and the line that was promised. The last version
 * is the present one; earlier ones show how the window narrowed or moved.
 */
public record PromiseBand(
        Instant from, Instant to, Instant now, @Nullable Instant promised, List<Version> versions, List<Mark> marks) {

    /** What was believed from a moment on: the arrival's quantiles, and why they changed. */
    public record Version(Instant at, Instant p10, Instant p25, Instant p50, Instant p75, Instant p90, String why) {}

    /** Something that happened, on the axis. */
    public record Mark(
            Instant at, Kind kind, String label, @Nullable String href) {

        /** A mark that opens nothing. */
        public Mark(Instant at, Kind kind, String label) {
            this(at, kind, label, null);
        }
    }

    /** What a mark tells of. */
    public enum Kind {
        SCAN,
        NOTICE,
        GRANT,
        CASE,
        DELIVERED;

        /** The icon and class of the mark. */
        public String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How large it is drawn. */
    public enum Size {
        FULL,
        STRIP,
        MINI;

        /** The class of the size. */
        public String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A band without marks and history, as rows and cards show it. */
    public static PromiseBand of(Instant from, Instant to, Instant now, @Nullable Instant promised, Version version) {
        return new PromiseBand(from, to, now, promised, List.of(version), List.of());
    }

    /** What is believed now. */
    public Version current() {
        return versions.getLast();
    }

    /** How likely the arrival comes after the promise, 0 to 1, read off the quantiles. */
    public double lateness() {
        return promised == null ? 0 : 1 - below(promised, current());
    }

    /** Whether the promise holds, as a tone. */
    public Tone tone() {
        double late = lateness();
        return late >= 0.5 ? Tone.LATE : late > 0.1 ? Tone.AT_RISK : Tone.ON_TIME;
    }

    /** The whole picture in a sentence, for those who cannot see it. */
    public String sentence(Words words) {
        Locale locale = words.locale();
        String window = KoreanTime.window(current().p10(), current().p90(), now, locale);
        if (promised == null) {
            return words.word("shared.band.sentence", window);
        }
        String line = KoreanTime.moment(promised, now, locale);
        return words.word("shared.band.sentence." + tone().css(), window, line, percent());
    }

    private int percent() {
        return (int) Math.round(lateness() * 100);
    }

    private static double below(Instant line, Version v) {
        Instant[] times = {v.p10(), v.p25(), v.p50(), v.p75(), v.p90()};
        double[] shares = {0.1, 0.25, 0.5, 0.75, 0.9};
        if (line.isBefore(times[0])) {
            return 0.05;
        }
        for (int i = 1; i < times.length; i++) {
            if (line.isBefore(times[i])) {
                double span = Duration.between(times[i - 1], times[i]).toMillis();
                double part =
                        span == 0 ? 1 : Duration.between(times[i - 1], line).toMillis() / span;
                return shares[i - 1] + part * (shares[i] - shares[i - 1]);
            }
        }
        return line.equals(times[4]) ? 0.9 : 0.95;
    }
}
