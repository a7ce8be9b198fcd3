package kr.dochak.console.integrations;

import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Words;
import kr.dochak.tracking.carriers.health.Integrations.Outcome;
import kr.dochak.tracking.carriers.health.Integrations.RouteHealth;
import kr.dochak.tracking.carriers.health.Integrations.Wellness;

/** What the state of an outside system means, in words. */
public final class IntegrationWords {

    private static final Set<String> SAID = Set.of("BLOCKED", "BUSY", "KEY", "BROKEN", "SILENT");

    private IntegrationWords() {}

    public static Tone tone(Wellness wellness) {
        return switch (wellness) {
            case WELL -> Tone.ON_TIME;
            case TROUBLED -> Tone.AT_RISK;
            case LEFT_ALONE -> Tone.LATE;
            case WAITING, OFF -> Tone.NEUTRAL;
        };
    }

    public static String kind(Outcome outcome, Words words) {
        return words.word("console.integrations.kind." + (SAID.contains(outcome.kind()) ? outcome.kind() : "BROKEN"));
    }

    /** 차단 12, 응답 없음 3. */
    public static String failures(RouteHealth route, Words words) {
        return route.failures().stream()
                .map(each -> kind(each, words) + " " + "%,d".formatted(each.calls()))
                .collect(Collectors.joining(", "));
    }
}
