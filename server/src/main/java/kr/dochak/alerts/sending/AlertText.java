package kr.dochak.alerts.sending;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import kr.dochak.alerts.Alert;
import kr.dochak.alerts.AlertKind;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The words of an alert for letters and rooms, which other services read: numbers of things and nothing about a person (MSG-7). In Korean, as
 * no language of a member of staff is known.
 */
@Component
class AlertText {

    private final Words words;
    private final InstantSource clock;

    AlertText(MessageSource source, InstantSource clock) {
        this.words = new Words(source, Locale.KOREAN);
        this.clock = clock;
    }

    /** A title, and what is known and to be done. */
    record Text(String title, String body) {}

    Text of(AlertKind kind, Alert alert) {
        Instant now = clock.instant();
        String name = words.word(kind.word());
        String about = alert.subject(words);
        String subject = about.isEmpty() ? "" : " · " + about;
        String title = words.word("alerts.title." + alert.severity(), name + subject);
        StringBuilder body = new StringBuilder(words.word(kind.word() + ".do"));
        body.append("\n\n").append(words.word("alerts.since", KoreanTime.moment(alert.since(), now, words.locale())));
        if (alert.count() > 1) {
            body.append('\n').append(words.word("alerts.count", alert.count()));
        }
        if (alert.step() > 0 || alert.rounds() > 0) {
            body.append('\n').append(words.word("alerts.still"));
        }
        return new Text(title, body.toString());
    }

    String word(String key) {
        return words.word(key);
    }
}
