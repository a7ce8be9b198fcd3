package kr.dochak.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.PromiseView;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Tone;
import kr.dochak.shared.Words;
import org.springframework.context.NoSuchMessageException;

/** How the console says what the modules know. Public, since templates call it. */
public final class Said {

    private Said() {}

    /** A delay's cause in one or two words. */
    public static String cause(DelayCause cause, Words words) {
        return words.word("console.cause." + cause);
    }

    /** A carrier by the name people use; an unknown one by its code. */
    public static String carrier(String code, Words words) {
        try {
            return words.word("console.carrier." + code);
        } catch (NoSuchMessageException e) {
            return code;
        }
    }

    /** Where a promise stands: kept, missed, late, silent, at risk, or on time. */
    public static String state(PromiseView promise, Words words) {
        return words.word("console.state." + stateKey(promise));
    }

    /** The colour of {@link #state}. */
    public static Tone tone(PromiseView promise) {
        return switch (stateKey(promise)) {
            case "late", "missed" -> Tone.LATE;
            case "silent" -> Tone.SILENT;
            case "at-risk" -> Tone.AT_RISK;
            case "kept" -> Tone.DONE;
            case "void" -> Tone.NEUTRAL;
            default -> Tone.ON_TIME;
        };
    }

    private static String stateKey(PromiseView promise) {
        Outcome outcome = promise.outcome();
        if (outcome != null) {
            return outcome.name().toLowerCase(Locale.ROOT);
        }
        var delay = promise.delay();
        if (delay != null) {
            return delay.kind() == DelayKind.SILENT ? "silent" : "late";
        }
        return promise.atRisk() ? "at-risk" : "on-time";
    }

    /** What is left between the latest expected arrival, or the real one, and the promise. */
    public static Duration slack(PromiseView promise) {
        Instant arrives = promise.deliveredAt();
        return Duration.between(
                arrives == null ? promise.window().p90() : arrives,
                promise.promised().to());
    }

    /** {@code 3분 20초} for short lengths, else the largest unit. */
    public static String seconds(double seconds, Words words) {
        Duration length = Duration.ofMillis(Math.round(seconds * 1000));
        if (length.toSeconds() < 60) {
            return words.word("console.seconds", length.toSeconds());
        }
        return KoreanTime.length(length, words.locale());
    }

    /** Hours and minutes: {@code 5시간 20분}. */
    public static String hours(Duration length, Words words) {
        long minutes = Math.round(length.toSeconds() / 60.0);
        if (minutes < 60) {
            return words.word("console.minutes", minutes);
        }
        long hours = minutes / 60;
        return minutes % 60 == 0
                ? words.word("console.hours", hours)
                : words.word("console.hours-minutes", hours, minutes % 60);
    }
}
