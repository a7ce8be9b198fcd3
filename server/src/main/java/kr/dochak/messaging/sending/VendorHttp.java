package kr.dochak.messaging.sending;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import kr.dochak.messaging.MessagingSettings;
import kr.dochak.messaging.sending.SendResult.Verdict;
import kr.dochak.wire.Breaker;
import kr.dochak.wire.Failure;
import kr.dochak.wire.Limits;
import kr.dochak.wire.Line;
import kr.dochak.wire.Request;
import kr.dochak.wire.Response;
import kr.dochak.wire.Wire;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON to one vendor, and what its answers mean for a message: surely not sent, or nobody knows. */
class VendorHttp {

    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final Breaker.Rule RULE = new Breaker.Rule(20, 10, Duration.ofSeconds(10), 3);

    private final Line line;
    private final Breaker breaker;
    private final JsonMapper json;

    VendorHttp(String vendor, MessagingSettings settings, Wire wire, JsonMapper json) {
        this.line = wire.line(Limits.of(settings.connectTimeout(), settings.answerTimeout(), MOST_BYTES));
        this.breaker = wire.breaker(vendor, RULE);
        this.json = json;
    }

    /** An answer, or why there is none. */
    sealed interface Answer {}

    record Body(JsonNode json) implements Answer {}

    record None(Verdict verdict, String code) implements Answer {}

    Answer post(String url, Map<String, String> headers, Object body) {
        return call("POST", url, headers, json.writeValueAsString(body));
    }

    Answer get(String url, Map<String, String> headers) {
        return call("GET", url, headers, null);
    }

    private Answer call(String method, String url, Map<String, String> headers, @Nullable String body) {
        Request request = new Request(method, URI.create(url), headers, body)
                .with("Content-Type", "application/json;charset=UTF-8");
        return breaker.call(
                () -> read(line.send(request)), None.class::isInstance, new None(Verdict.NOT_SENT, "circuit-open"));
    }

    private Answer read(Response response) {
        return switch (response) {
            case Response.Answered answered -> read(answered);
            case Response.Unanswered(Failure failure)
            when failure.isSurelyNotSent() -> new None(Verdict.NOT_SENT, "not-reached");
            case Response.Unanswered(Failure failure) ->
                new None(Verdict.UNKNOWN, failure == Failure.INTERRUPTED ? "interrupted" : "no-answer");
        };
    }

    private Answer read(Response.Answered answered) {
        int status = answered.status();
        if (status == 429) {
            return new None(Verdict.NOT_SENT, "http-429");
        }
        if (status >= 500) {
            return new None(Verdict.UNKNOWN, "http-" + status);
        }
        try {
            return new Body(json.readTree(answered.body()));
        } catch (JacksonException e) {
            return new None(status >= 400 ? Verdict.MISCONFIGURED : Verdict.UNKNOWN, "http-" + status);
        }
    }
}
