package kr.dochak.console.connections;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.connections.Connection;
import kr.dochak.connections.ConnectionField;
import kr.dochak.connections.ConnectionField.Type;
import kr.dochak.connections.Connections;
import kr.dochak.connections.Filled;
import kr.dochak.connections.Rotated;
import kr.dochak.pages.Field;
import kr.dochak.pages.Frame;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * The form of a connection. Public, since templates call it.
 *
 * @param switches as check boxes
 * @param reason why it is changed
 * @param makesSecrets whether a secret can be made here, which nobody else gives out
 */
public record ConnectionForm(List<Switch> switches, List<Field> fields, Field reason, boolean makesSecrets) {

    /** Something that is on or off. */
    public record Switch(String name, String label, String help, boolean on) {}

    /** The switch of the whole, above its keys. */
    public List<Switch> first() {
        return switches.stream().filter(each -> each.name().equals("on")).toList();
    }

    /** Those that say how it is used. */
    public List<Switch> others() {
        return switches.stream().filter(each -> !each.name().equals("on")).toList();
    }

    /**
     * What counts now, or what was typed and may not be.
     *
     * @param typed null where nothing was sent yet
     * @param fresh a secret that was made for whoever asked; empty where nobody did
     */
    static ConnectionForm of(
            Connection<?> connection,
            Connections connections,
            @Nullable Map<String, String> typed,
            Refusal refusal,
            String fresh,
            Frame frame) {
        Words words = frame.words();
        Filled filled = connections.filled(connection);
        Map<String, String> known = connections.typed(connection);
        return new ConnectionForm(
                connection.fields().stream()
                        .filter(each -> each.type() == Type.SWITCH)
                        .map(each -> onOff(each, connection, connections, typed, words))
                        .toList(),
                connection.fields().stream()
                        .filter(each -> each.type() != Type.SWITCH)
                        .map(each -> each.type() == Type.SIGNING
                                ? signing(each, filled, typed == null ? fresh : text(typed, each), frame)
                                : field(each, known, typed, words))
                        .map(each -> refusal.fields().contains(each.name()) ? wrong(each, connection, words) : each)
                        .toList(),
                reason(typed == null ? "" : typed.getOrDefault("reason", ""), refusal.noReason(), words),
                connection.fields().stream().anyMatch(each -> each.type() == Type.SIGNING));
    }

    /** What may not be as it was typed. */
    record Refusal(Set<String> fields, boolean noReason) {

        static final Refusal NONE = new Refusal(Set.of(), false);
    }

    private static String text(Map<String, String> typed, ConnectionField field) {
        return typed.getOrDefault(field.name(), "");
    }

    private static Field wrong(Field field, Connection<?> connection, Words words) {
        return connection.fields().stream()
                .filter(each -> each.name().equals(field.name()))
                .findFirst()
                .map(each -> field.error(words.word("connections.wrong." + each.type())))
                .orElse(field);
    }

    /** A secret that both sides sign with: readable while it is made, since the other side must get it. */
    private static Field signing(ConnectionField field, Filled filled, String value, Frame frame) {
        Words words = frame.words();
        Rotated rotated = Rotated.of(filled, field.name(), "former-hours");
        String former = rotated.isFormerGood(frame.now())
                ? words.word(
                        "connections.secret.former",
                        Connection.masked(rotated.former()),
                        KoreanTime.moment(rotated.until(), frame.now(), words.locale()))
                : "";
        String help = value.isEmpty() ? help(field, words) : words.word("connections.secret.fresh");
        return Field.text(field.name(), label(field, words), value)
                .autocomplete("off")
                .type(value.isEmpty() ? "password" : "text")
                .help((help + " " + masked(rotated.now(), words) + " " + former).strip());
    }

    private static Switch onOff(
            ConnectionField field,
            Connection<?> connection,
            Connections connections,
            @Nullable Map<String, String> typed,
            Words words) {
        boolean on = typed == null
                ? connections.filled(connection).isOn(field.name())
                : "true".equals(typed.get(field.name()));
        return new Switch(field.name(), label(field, words), help(field, words), on);
    }

    private static Field field(
            ConnectionField field, Map<String, String> known, @Nullable Map<String, String> typed, Words words) {
        String value = field.isSecret() ? "" : (typed == null ? known : typed).getOrDefault(field.name(), "");
        Field shown = Field.text(field.name(), label(field, words), value)
                .autocomplete(field.isSecret() ? "new-password" : "off")
                .help(help(field, words) + " " + now(field, known, words));
        return field.isSecret() ? shown.type("password") : shown;
    }

    /** What counts while the field is left empty. */
    private static String now(ConnectionField field, Map<String, String> known, Words words) {
        if (field.isSecret()) {
            return masked(known.getOrDefault(field.name(), field.given()), words);
        }
        return field.given().isEmpty() ? "" : words.word("connections.given", field.given());
    }

    private static String masked(String secret, Words words) {
        return secret.isEmpty()
                ? words.word("connections.secret.none")
                : words.word("connections.secret.kept", Connection.masked(secret));
    }

    private static Field reason(String value, boolean wrong, Words words) {
        Field field = Field.text("reason", words.word("connections.reason"), value)
                .help(words.word("connections.reason.help"))
                .needed();
        return wrong ? field.error(words.word("settings.wrong.NO_REASON")) : field;
    }

    private static String label(ConnectionField field, Words words) {
        return words.word("connections.field." + field.name());
    }

    private static String help(ConnectionField field, Words words) {
        return words.word("connections.field." + field.name() + ".help");
    }
}
