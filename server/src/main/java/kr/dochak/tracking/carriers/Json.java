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

    /** The same body without these fields, and without persons in any text of the others. */
    static RawAnswer without(RawAnswer raw, Set<String> persons) {
        return object(raw.body())
                .map(node -> {
                    mask(node, persons);
                    return new RawAnswer(raw.status(), MAPPER.writeValueAsString(node));
                })
                .orElseGet(() -> new RawAnswer(raw.status(), Kept.notice(raw.body())));
    }

    private static void mask(JsonNode node, Set<String> persons) {
        if (node instanceof ObjectNode object) {
            object.remove(persons);
            for (String name : object.propertyNames().stream().toList()) {
                JsonNode child = object.path(name);
                if (child.isString()) {
                    object.set(name, StringNode.valueOf(Persons.mask(child.asString(""))));
                } else {
                    mask(child, persons);
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(child -> mask(child, persons));
        }
    }
}
