package kr.dochak.simulator.control;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A request: names from its path, query or form, and its JSON body. */
public record Request(Map<String, String> names, Headers headers, JsonNode body) {

    static Request of(HttpExchange exchange, Map<String, String> path, String body) {
        Map<String, String> names = new HashMap<>(query(exchange.getRequestURI().getRawQuery()));
        names.putAll(path);
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
            names.putAll(query(body));
        }
        return new Request(names, exchange.getRequestHeaders(), Json.read(body));
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] sides = pair.split("=", 2);
            query.put(sides[0], URLDecoder.decode(sides.length == 2 ? sides[1] : "", StandardCharsets.UTF_8));
        }
        return query;
    }

    static Optional<Map<String, String>> match(List<String> pattern, List<String> path) {
        Map<String, String> names = new HashMap<>();
        for (int n = 0; n < pattern.size() && pattern.size() == path.size(); n++) {
            String part = pattern.get(n);
            if (part.startsWith("{")) {
                names.put(part.substring(1, part.length() - 1), path.get(n));
            } else if (!part.equals(path.get(n))) {
                return Optional.empty();
            }
        }
        return pattern.size() == path.size() ? Optional.of(names) : Optional.empty();
    }

    public String name(String name) {
        return names.getOrDefault(name, "");
    }

    @Nullable String text(String field) {
        JsonNode value = body.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asString("");
    }

    double number(String field, double otherwise) {
        return body.path(field).asDouble(otherwise);
    }

    boolean isTrue(String field, boolean otherwise) {
        return body.path(field).asBoolean(otherwise);
    }

    @Nullable String header(String name) {
        return headers.getFirst(name);
    }
}
