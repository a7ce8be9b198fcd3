package kr.dochak.simulator.wire;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON in and out; what cannot be read is an empty object. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static JsonNode read(String text) {
        try {
            JsonNode node = text.isBlank() ? null : MAPPER.readTree(text);
            return node == null ? MAPPER.createObjectNode() : node;
        } catch (JacksonException unreadable) {
            return MAPPER.createObjectNode();
        }
    }
}
