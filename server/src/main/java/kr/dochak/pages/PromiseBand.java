package kr.dochak.pages;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * The promise band (약속 띠): when a parcel is expected, how surely, and the line that was promised. The last version
 * is the present one; earlier ones show how the window narrowed or moved.
 */
public record PromiseBand(
        Instant from, Instant to, Instant now, @Nullable Promised promise, List<Version> versions, List<Mark> marks) {

    /** Likelier late than not. */
    private static final double LATE = .5;

    /**
     * The promised line, as the last version stands to it.
     *
     * @param late how likely the arrival comes after the promise, from 0 to 1
     * @param atRisk whether that is too likely
     */
    public record Promised(Instant to, double late, boolean atRisk) {}

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
    public static PromiseBand of(Instant from, Instant to, Instant now, @Nullable Promised promise, Version version) {
        return new PromiseBand(from, to, now, promise, List.of(version), List.of());
    }

    /** What is believed now. */
    public Version current() {
        return versions.getLast();
    }

    /** The line that was promised. */
    public @Nullable Instant promised() {
        return promise == null ? null : promise.to;
    }

    /** Whether the promise holds, as a tone. */
    public Tone tone() {
        if (promise == null || !promise.atRisk) {
            return Tone.ON_TIME;
        }
        return promise.late >= LATE ? Tone.LATE : Tone.AT_RISK;
    }

    /** The whole picture in a sentence, for those who cannot see it. */
    public String sentence(Words words) {
        Locale locale = words.locale();
        String window = KoreanTime.window(current().p10(), current().p90(), now, locale);
        if (promise == null) {
            return words.word("shared.band.sentence", window);
        }
        String line = KoreanTime.moment(promise.to, now, locale);
        int percent = (int) Math.round(promise.late * 100);
        return words.word("shared.band.sentence." + tone().css(), window, line, percent);
    }
}
