package kr.dochak.console;

import java.time.Duration;
import kr.dochak.pages.Tone;
import kr.dochak.promise.areas.AreaHealth;
import kr.dochak.promise.areas.AreaStanding;
import kr.dochak.promise.areas.feeds.AreaKind;
import kr.dochak.promise.areas.feeds.AreaLevel;
import kr.dochak.shared.Words;

/** Warnings of areas in words. */
public final class AreaWords {

    private AreaWords() {}

    /** 대설경보; of a road 교통사고, or 교통사고 전면 통제. What no table knows is called by its code. */
    public static String what(AreaStanding standing, Words words) {
        return standing.kind() == AreaKind.UNKNOWN
                ? words.word("console.areas.unknown", standing.codes())
                : what(standing.kind(), standing.level(), words);
    }

    static String what(AreaKind kind, AreaLevel level, Words words) {
        String name = words.word("console.areas.kind." + kind);
        return isOfARoad(kind)
                ? level == AreaLevel.ADVISORY ? name : words.word("console.areas.closed", name)
                : words.word("console.areas.what", name, words.word("console.areas.level." + level));
    }

    private static boolean isOfARoad(AreaKind kind) {
        return kind.isTraffic() || kind == AreaKind.ROAD_WEATHER;
    }

    public static Tone tone(AreaStanding standing) {
        return standing.extra() == null ? Tone.NEUTRAL : Tone.AT_RISK;
    }

    public static Tone tone(AreaHealth.State state) {
        return switch (state) {
            case WELL -> Tone.ON_TIME;
            case TROUBLED -> Tone.AT_RISK;
            case LEFT_ALONE -> Tone.LATE;
            case WAITING, OFF -> Tone.NEUTRAL;
        };
    }

    /** What such a warning adds to a window, and what it was learned from. */
    public static String effect(AreaStanding standing, Words words) {
        AreaStanding.Observed seen = standing.seen();
        if (seen == null) {
            return words.word("console.areas.effect.never");
        }
        Duration extra = standing.extra();
        return extra == null
                ? words.word("console.areas.effect.none", seen.deliveries())
                : words.word("console.areas.effect", hours(extra), seen.deliveries());
    }

    private static String hours(Duration time) {
        return "%.1f".formatted(time.toMinutes() / 60d).replace(".0", "");
    }
}
