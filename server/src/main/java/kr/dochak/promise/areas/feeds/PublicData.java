package kr.dochak.promise.areas.feeds;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.dochak.promise.areas.feeds.AreaAnswer.Broken;
import kr.dochak.promise.areas.feeds.AreaAnswer.Refused;
import kr.dochak.promise.areas.feeds.AreaAnswer.Why;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How 공공데이터포털 talks, whatever the service: its gateway answers errors as XML with 200 even when JSON was asked for
 * ({@code OpenAPI_ServiceResponse/cmmMsgHeader/returnReasonCode}), the services behind it as a result code in a header. Both
 * take their numbers from one table.
 */
final class PublicData {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern REASON = Pattern.compile("<returnReasonCode>\\s*(\\d+)\\s*<");
    private static final Pattern NAME = Pattern.compile("<returnAuthMsg>\\s*([A-Z_ ]+?)\\s*<");
    private static final List<String> KEY = List.of("20", "21", "30", "31", "32", "33");
    private static final List<String> BUSY = List.of("22", "23");

    private PublicData() {}

    /** Why this is no answer; empty when it may be one. */
    static Optional<AreaAnswer> refusal(int status, String body) {
        if (status == 401 || status == 403) {
            return Optional.of(new Refused(Why.KEY, "http-" + status));
        }
        if (status == 429) {
            return Optional.of(new Refused(Why.BUSY, "http-429"));
        }
        if (body.stripLeading().startsWith("<")) {
            return Optional.of(gateway(body));
        }
        return status == 200 ? Optional.empty() : Optional.of(new Broken("http-" + status));
    }

    private static AreaAnswer gateway(String body) {
        Matcher reason = REASON.matcher(body);
        Matcher name = NAME.matcher(body);
        String what = name.find() ? name.group(1) : "xml";
        return reason.find() ? failure(reason.group(1), what) : new Broken(what);
    }

    static AreaAnswer failure(String code, String what) {
        return KEY.contains(code)
                ? new Refused(Why.KEY, what)
                : BUSY.contains(code) ? new Refused(Why.BUSY, what) : new Broken(code + " " + what);
    }

    static Optional<JsonNode> object(String body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            return node != null && node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The entries of a list that is an object where there is one, and an empty text where there is none. */
    static List<JsonNode> entries(JsonNode items) {
        JsonNode inner = items.isObject() && items.has("item") ? items.path("item") : items;
        return inner.isArray()
                ? inner.valueStream().filter(JsonNode::isObject).toList()
                : inner.isObject() && !inner.isEmpty() ? List.of(inner) : List.of();
    }

    /** A field as text, whatever it was written as: numbers are sometimes quoted and sometimes not. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString("").strip() : "";
    }

    static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Keys are handed out both encoded and not; either is understood. */
    static String plainKey(String key) {
        return key.contains("%") ? URLDecoder.decode(key, StandardCharsets.UTF_8) : key;
    }
}
