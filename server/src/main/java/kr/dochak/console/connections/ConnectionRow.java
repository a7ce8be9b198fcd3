package kr.dochak.console.connections;

import java.time.Instant;
import java.util.Optional;
import kr.dochak.connections.Connection;
import kr.dochak.connections.ConnectionChange;
import kr.dochak.connections.ConnectionField;
import kr.dochak.connections.Connections;
import kr.dochak.connections.Filled;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;

/**
 * A connection in the list. Public, since templates call it.
 *
 * @param state whether it is on, in words
 * @param changed who filled it in and when; where nobody did, that the environment counts
 */
public record ConnectionRow(String key, String name, String why, Tone tone, String state, String changed) {

    static ConnectionRow of(
            Connection<?> connection,
            Connections connections,
            Optional<ConnectionChange> last,
            Instant now,
            Words words) {
        boolean on = isOn(connection, connections.filled(connection));
        return new ConnectionRow(
                connection.key(),
                connection.name(words),
                connection.why(words),
                on ? Tone.ON_TIME : Tone.NEUTRAL,
                words.word(on ? "connections.on" : "connections.off"),
                connections.typed(connection).isEmpty() || last.isEmpty()
                        ? words.word("connections.environment")
                        : words.word(
                                "connections.changed",
                                last.get().staffName(),
                                KoreanTime.moment(last.get().at(), now, words.locale())));
    }

    /** On: switched on, where it has a switch, and with something in the first field that it cannot do without. */
    private static boolean isOn(Connection<?> connection, Filled filled) {
        boolean hasSwitch =
                connection.fields().stream().anyMatch(each -> each.name().equals("on"));
        boolean filledIn = connection.fields().stream()
                .filter(each -> each.type() != ConnectionField.Type.SWITCH)
                .findFirst()
                .filter(each -> !filled.text(each.name()).isEmpty())
                .isPresent();
        return filledIn && (!hasSwitch || filled.isOn("on"));
    }
}
