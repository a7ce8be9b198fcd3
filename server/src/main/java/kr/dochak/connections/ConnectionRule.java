package kr.dochak.connections;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kr.dochak.connections.ConnectionField.Type;
import org.jspecify.annotations.Nullable;

/** What a form means, and which may not be (SET-1). Pure. */
final class ConnectionRule {

    static final int LONGEST_REASON = 300;
    private static final int WORTH_AN_END = 16;

    private ConnectionRule() {}

    /** What counts after the form: a secret left empty stays, any other field left empty is the environment's again. */
    static Map<String, String> after(Connection<?> connection, Map<String, String> before, Map<String, String> typed) {
        Map<String, String> after = new LinkedHashMap<>();
        for (ConnectionField field : connection.fields()) {
            String value = typed.getOrDefault(field.name(), "").strip();
            if (field.type() == Type.SWITCH) {
                value = Boolean.toString(value.equals("true"));
            }
            if (value.isEmpty() && field.isSecret()) {
                value = before.getOrDefault(field.name(), "");
            }
            if (!value.isEmpty() && !value.equals(field.given())) {
                after.put(field.name(), value);
            }
        }
        return after;
    }

    /** The same, with the former secret beside a new one that both sides sign with, and since when it is the former. */
    static Map<String, String> rotated(
            Connection<?> connection, Map<String, String> before, Map<String, String> after, Instant now) {
        Map<String, String> rotated = new LinkedHashMap<>(after);
        for (ConnectionField field : connection.fields()) {
            String was = before.getOrDefault(field.name(), field.given());
            String is = after.getOrDefault(field.name(), field.given());
            if (field.type() != Type.SIGNING) {
                continue;
            }
            if (is.equals(was)) {
                Rotated.kept(field.name()).forEach(each -> put(rotated, each, before.get(each)));
            } else if (!was.isEmpty()) {
                rotated.put(Rotated.former(field.name()), was);
                rotated.put(Rotated.since(field.name()), now.toString());
            }
        }
        return rotated;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    /** The fields that may not be what they would be. */
    static Set<String> wrong(Connection<?> connection, Map<String, String> after) {
        Set<String> wrong = new TreeSet<>();
        for (ConnectionField field : connection.fields()) {
            String value = after.get(field.name());
            if (value != null && !field.allows(value)) {
                wrong.add(field.name());
            }
        }
        return wrong;
    }

    /**
     * The secrets that must be typed again, since the machine that gets them is another than before: else whoever may change the
     * address would have a password that they were never shown.
     */
    static Set<String> unsaid(Connection<?> connection, Map<String, String> before, Map<String, String> typed) {
        Map<String, String> was = Filled.of(connection.fields(), before).values();
        Map<String, String> is =
                Filled.of(connection.fields(), after(connection, before, typed)).values();
        boolean moves = connection.fields().stream()
                .filter(field -> field.type() == Type.HOST)
                .anyMatch(field -> !Objects.equals(was.get(field.name()), is.get(field.name())));
        return connection.fields().stream()
                .filter(field -> moves && field.isSecret())
                .map(ConnectionField::name)
                .filter(name ->
                        !"".equals(is.get(name)) && typed.getOrDefault(name, "").isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static boolean isReason(String reason) {
        return reason.length() >= 2 && reason.length() <= LONGEST_REASON;
    }

    /** How a secret may be shown: that there is one, and the end of a long one. */
    static String masked(String secret) {
        return secret.isEmpty()
                ? ""
                : "••••" + (secret.length() < WORTH_AN_END ? "" : secret.substring(secret.length() - 4));
    }
}
