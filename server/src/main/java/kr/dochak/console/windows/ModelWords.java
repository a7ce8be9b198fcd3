package kr.dochak.console.windows;

import kr.dochak.console.ConsoleWords;
import kr.dochak.pages.Tone;
import kr.dochak.promise.models.ModelCard.State;
import kr.dochak.promise.models.ModelCard.Version;
import kr.dochak.promise.models.ModelComparison.By;
import kr.dochak.promise.models.ModelComparison.Group;
import kr.dochak.shared.Words;

/** What the figures of a model mean, in words. */
public final class ModelWords {

    private static final double HOURS = 24;

    private ModelWords() {}

    /** A time in days: hours while these say more. */
    public static String time(double days, Words words) {
        return days < 2
                ? words.word("console.model.hours", "%.1f".formatted(days * HOURS))
                : words.word("console.model.days", "%.1f".formatted(days));
    }

    public static String percent(double share) {
        return "%.0f%%".formatted(100 * share);
    }

    public static String group(Group group, Words words) {
        return switch (group.by()) {
            case ALL -> words.word("console.model.all");
            case CARRIER -> ConsoleWords.carrier(group.name(), words);
            case LANE -> group.name();
        };
    }

    /** Why a model was switched to, or was not. */
    public static String reason(Version version, Words words) {
        return version.against()
                .map(group -> words.word(
                        group.by() == By.ALL ? "console.model.reason.worse" : "console.model.reason.group",
                        "%.1f".formatted(100 * group.worse()),
                        group(group, words),
                        group.candidate().windows()))
                .orElseGet(() -> words.word(
                        "console.model.reason.better",
                        "%.1f".formatted(-100 * version.figures().overall().worse())));
    }

    public static Tone tone(State state) {
        return switch (state) {
            case IN_USE -> Tone.ON_TIME;
            case REJECTED -> Tone.AT_RISK;
            case CANDIDATE, RETIRED -> Tone.NEUTRAL;
        };
    }
}
