package kr.dochak.tracking.carriers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
    static RawAnswer only(RawAnswer raw, Set<String> readable) {
        return object(raw.body())
                .map(node -> {
                    mask(node, readable);
                    return new RawAnswer(raw.status(), MAPPER.writeValueAsString(node));
                })
                .orElseGet(() -> new RawAnswer(raw.status(), AnswerOutline.outline(raw.body())));
    }

    /** As {@link #only}, of a body that may be a list too. */
    static String readable(String body, Set<String> readable) {
        try {
            JsonNode node = MAPPER.readTree(body);
            if (node != null && node.isContainer()) {
                mask(node, readable);
                return MAPPER.writeValueAsString(node);
            }
        } catch (JacksonException e) {
            // what is no JSON has an outline only
        }
        return AnswerOutline.outline(body);
    }

    /** Of a list, or of one object, what a test finds; empty where that is nothing. */
    static Optional<String> parts(String body, Predicate<JsonNode> wanted) {
        try {
            JsonNode node = MAPPER.readTree(body);
            List<JsonNode> found = new ArrayList<>();
            if (node != null) {
                (node.isArray() ? node.valueStream() : Stream.of(node))
                        .filter(part -> part.isObject() && wanted.test(part))
                        .forEach(found::add);
            }
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(MAPPER.writeValueAsString(found.size() == 1 ? found.getFirst() : found));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static void mask(JsonNode node, Set<String> readable) {
        if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames().stream().toList()) {
                JsonNode child = object.path(name);
                if (child.isContainer()) {
                    mask(child, readable);
                } else if (child.isString() || !readable.contains(name)) {
                    object.set(
                            name, StringNode.valueOf(readable.contains(name) ? Persons.mask(child.asString("")) : ""));
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isContainer()) {
                    mask(array.get(i), readable);
                } else {
                    array.set(i, StringNode.valueOf(""));
                }
            }
        }
    }
}
