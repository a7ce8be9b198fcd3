package kr.dochak.messaging;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kr.dochak.messaging.SendResult.Verdict;
import kr.dochak.shared.Seoul;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over HTTP to one vendor, with time limits and a circuit breaker: a vendor that is down is left alone for a while. */
class VendorHttp {

    private final HttpClient http;
    private final JsonMapper json;
    private final CircuitBreaker breaker;
    private final Duration answerTimeout;

    VendorHttp(String vendor, MessagingSettings settings, InstantSource clock, JsonMapper json) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
        this.json = json;
        this.answerTimeout = settings.answerTimeout();
        this.breaker = CircuitBreaker.of(
                vendor,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(10)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(Duration.ofSeconds(10))
                        .permittedNumberOfCallsInHalfOpenState(3)
                        .clock(clock.withZone(Seoul.ZONE))
                        .build());
    }

    /** An answer, or why there is none. */
    sealed interface Answer {}

    record Body(JsonNode json) implements Answer {}

    record None(Verdict verdict, String code) implements Answer {}

    Answer post(String url, Map<String, String> headers, Object body) {
        return call(url, headers, HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)), "POST");
    }

    Answer get(String url, Map<String, String> headers) {
        return call(url, headers, HttpRequest.BodyPublishers.noBody(), "GET");
    }

    private Answer call(String url, Map<String, String> headers, HttpRequest.BodyPublisher body, String method) {
        if (!breaker.tryAcquirePermission()) {
            return new None(Verdict.NOT_SENT, "circuit-open");
        }
        long started = System.nanoTime();
        Answer answer = exchange(url, headers, body, method);
        long took = System.nanoTime() - started;
        if (answer instanceof None) {
            breaker.onError(took, TimeUnit.NANOSECONDS, new IOException("no answer"));
        } else {
            breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        }
        return answer;
    }

    private Answer exchange(String url, Map<String, String> headers, HttpRequest.BodyPublisher body, String method) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(answerTimeout)
                .header("Content-Type", "application/json;charset=UTF-8")
                .method(method, body);
        headers.forEach(request::header);
        try {
            return read(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new None(Verdict.NOT_SENT, "not-reached");
        } catch (IOException e) {
            return new None(Verdict.UNKNOWN, "no-answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new None(Verdict.UNKNOWN, "interrupted");
        }
    }

    private Answer read(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status == 429) {
            return new None(Verdict.NOT_SENT, "http-429");
        }
        if (status >= 500) {
            return new None(Verdict.UNKNOWN, "http-" + status);
        }
        try {
            return new Body(json.readTree(response.body()));
        } catch (JacksonException e) {
            return new None(status >= 400 ? Verdict.MISCONFIGURED : Verdict.UNKNOWN, "http-" + status);
        }
    }
}
