package kr.dochak.simulator.vendors;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What arrived on somebody's phone or in a mailbox. */
public record Message(
        String channel,
        String to,
        @Nullable String templateCode,
        @Nullable String title,
        String text,
        String at,
        @Nullable String idempotencyKey) {

    static Message of(JsonNode json) {
        return new Message(
                json.path("channel").asString(""),
                json.path("to").asString(""),
                json.path("templateCode").asString(null),
                json.path("title").asString(null),
                json.path("text").asString(""),
                json.path("at").asString(""),
                json.path("idempotencyKey").asString(null));
    }

    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("channel", channel);
        json.put("to", to);
        json.put("templateCode", templateCode);
        json.put("title", title);
        json.put("text", text);
        json.put("at", at);
        json.put("idempotencyKey", idempotencyKey);
        return json;
    }
}
