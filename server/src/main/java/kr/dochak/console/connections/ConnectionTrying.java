package kr.dochak.console.connections;

import java.util.List;
import java.util.Optional;
import kr.dochak.connections.Connection;
import kr.dochak.connections.Connection.Kind;
import kr.dochak.connections.ConnectionTrials;
import kr.dochak.connections.ConnectionTrials.Outcome;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Words;
import org.springframework.stereotype.Component;

/** The button that tries a connection out, and what came of it in words. */
@Component
class ConnectionTrying {

    private final List<ConnectionTrials> trials;

    ConnectionTrying(List<ConnectionTrials> trials) {
        this.trials = trials;
    }

    /** How a connection is tried: {@code PARCEL}, {@code ASK}, {@code MESSAGE} on the page of test messages, or {@code NONE}. */
    String kindOf(Connection<?> connection) {
        if (connection.kind() == Kind.SENDER) {
            return "MESSAGE";
        }
        return of(connection.key())
                .map(each -> each.isAboutParcel() ? "PARCEL" : "ASK")
                .orElse("NONE");
    }

    Frame.Flash attempt(String key, String number, Words words) {
        Optional<ConnectionTrials> trial = of(key);
        if (trial.isEmpty()) {
            return new Frame.Flash(Tone.NEUTRAL, words.word("connections.trial.NONE"));
        }
        String typed = number.strip();
        if (trial.get().isAboutParcel() && !typed.matches("[0-9A-Za-z -]{6,30}")) {
            return new Frame.Flash(Tone.LATE, words.word("connections.trial.no-number"));
        }
        return inWords(trial.get().attempt(key, typed), words);
    }

    private static Frame.Flash inWords(Outcome outcome, Words words) {
        Tone tone = switch (outcome.kind()) {
            case ANSWERED, UNKNOWN_PARCEL -> Tone.DONE;
            case NOT_ASKED -> Tone.NEUTRAL;
            case WRONG_KEY, REFUSED, UNREADABLE, SILENT -> Tone.LATE;
        };
        String code = outcome.code().isEmpty() ? "" : " (" + outcome.code() + ")";
        return new Frame.Flash(tone, words.word("connections.trial." + outcome.kind(), outcome.count()) + code);
    }

    private Optional<ConnectionTrials> of(String key) {
        return trials.stream().filter(each -> each.keys().contains(key)).findFirst();
    }
}
