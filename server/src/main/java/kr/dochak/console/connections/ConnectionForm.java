package kr.dochak.console.connections;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.connections.Connection;
import kr.dochak.connections.ConnectionField;
import kr.dochak.connections.ConnectionField.Type;
import kr.dochak.connections.Connections;
import kr.dochak.pages.Field;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * The form of a connection. Public, since templates call it.
 *
 * @param switches as check boxes
 * @param reason why it is changed
 */
public record ConnectionForm(List<Switch> switches, List<Field> fields, Field reason) {

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
     */
    static ConnectionForm of(
            Connection<?> connection,
            Connections connections,
            @Nullable Map<String, String> typed,
            Set<String> wrong,
            boolean noReason,
            Words words) {
        Map<String, String> known = connections.typed(connection);
        return new ConnectionForm(
                connection.fields().stream()
                        .filter(each -> each.type() == Type.SWITCH)
                        .map(each -> onOff(each, connection, connections, typed, words))
                        .toList(),
                connection.fields().stream()
                        .filter(each -> each.type() != Type.SWITCH)
                        .map(each -> field(each, known, typed, wrong.contains(each.name()), words))
                        .toList(),
                reason(typed == null ? "" : typed.getOrDefault("reason", ""), noReason, words));
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
            ConnectionField field,
            Map<String, String> known,
            @Nullable Map<String, String> typed,
            boolean wrong,
            Words words) {
        String value = field.isSecret() ? "" : (typed == null ? known : typed).getOrDefault(field.name(), "");
        Field shown = Field.text(field.name(), label(field, words), value)
                .autocomplete(field.isSecret() ? "new-password" : "off")
                .help(help(field, words) + " " + now(field, known, words));
        Field typedIn = field.isSecret() ? shown.type("password") : shown;
        return wrong ? typedIn.error(words.word("connections.wrong." + field.type())) : typedIn;
    }

    /** What counts while the field is left empty. */
    private static String now(ConnectionField field, Map<String, String> known, Words words) {
        if (field.isSecret()) {
            String secret = known.getOrDefault(field.name(), field.given());
            return secret.isEmpty()
                    ? words.word("connections.secret.none")
                    : words.word("connections.secret.kept", Connection.masked(secret));
        }
        return field.given().isEmpty() ? "" : words.word("connections.given", field.given());
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
