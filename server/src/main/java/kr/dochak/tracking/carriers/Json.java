package kr.dochak.tracking.carriers;

import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** JSON that came from outside: read without trust. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static Optional<JsonNode> object(String body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            return node != null && node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** A field as text, whatever it was written as. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString("") : "";
    }

    /**
     * The same body with the values of these fields alone, and without persons in them; of all others only that they are
     * there.
     */
    static RawAnswer only(RawAnswer raw, Set<String> kept) {
        return object(raw.body())
                .map(node -> {
                    mask(node, kept);
                    return new RawAnswer(raw.status(), MAPPER.writeValueAsString(node));
                })
                .orElseGet(() -> new RawAnswer(raw.status(), AnswerOutline.outline(raw.body())));
    }

    private static void mask(JsonNode node, Set<String> kept) {
        if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames().stream().toList()) {
                JsonNode child = object.path(name);
                if (child.isContainer()) {
                    mask(child, kept);
                } else if (child.isString() || !kept.contains(name)) {
                    object.set(name, StringNode.valueOf(kept.contains(name) ? Persons.mask(child.asString("")) : ""));
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isContainer()) {
                    mask(array.get(i), kept);
                } else {
                    array.set(i, StringNode.valueOf(""));
                }
            }
        }
    }
}
