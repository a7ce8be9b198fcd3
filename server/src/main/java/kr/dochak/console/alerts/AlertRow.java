package kr.dochak.console.alerts;

import java.time.Instant;
import kr.dochak.alerts.Alert;
import kr.dochak.alerts.AlertKind;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/** An alert in the list; of a kind that is no more, only what was kept of it. */
public record AlertRow(Alert alert, @Nullable AlertKind kind) {

    public String what(Words words) {
        String name = kind == null ? alert.kind() : words.word(kind.word());
        return alert.isStorm() ? words.word("alerts.storm", name) : name;
    }

    /** What to do about it. */
    public String act(Words words) {
        return kind == null ? "" : words.word(kind.word() + ".do");
    }

    public Tone tone() {
        if (alert.closedAt() != null) {
            return Tone.DONE;
        }
        return switch (alert.severity()) {
            case GRAVE -> Tone.LATE;
            case SERIOUS -> Tone.AT_RISK;
            case NOTE -> Tone.NEUTRAL;
        };
    }

    /** How it stands, in a sentence. */
    public String state(Words words, Instant now) {
        Alert.Acknowledged seen = alert.acknowledged();
        if (alert.closedAt() != null) {
            return words.word("alerts.closed-at", KoreanTime.moment(alert.closedAt(), now, words.locale()));
        }
        if (seen != null) {
            return words.word(
                    seen.byLink() ? "alerts.seen-by.link" : "alerts.seen-by",
                    seen.name(),
                    KoreanTime.moment(seen.at(), now, words.locale()));
        }
        return words.word("alerts.step." + alert.step());
    }
}
