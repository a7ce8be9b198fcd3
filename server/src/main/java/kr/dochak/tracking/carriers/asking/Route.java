package kr.dochak.tracking.carriers.asking;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.shared.Seoul;
import kr.dochak.tracking.carriers.CarrierAnswer;
import kr.dochak.tracking.carriers.RawAnswer;
import kr.dochak.tracking.carriers.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one outside system, with its time limits, its allowance and its circuit breaker: one that is down or keeps us
 * out is left alone for a while, so that the next route is taken at once (TRK-5).
 */
class Route {

    private static final Logger log = LoggerFactory.getLogger(Route.class);
    private static final String LEFT_ALONE = "circuit-open";
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final Pattern CSRF = Pattern.compile("name=[\"']_csrf[\"'][^>]*value=[\"']([^\"']+)[\"']");

    /** An answer with what it was read from. */
    record Asked(CarrierAnswer answer, RawAnswer raw) {

        static Asked none(CarrierAnswer answer) {
            return new Asked(answer, new RawAnswer(0, ""));
        }
    }

    private final Source source;
    private final CarrierSettings.Route settings;
    private final Duration answerTimeout;
    private final InstantSource clock;
    private final HttpClient http;
    private final CircuitBreaker breaker;
    private final Retry retry;
    private final Budget budget;

    Route(Source source, CarrierSettings settings, InstantSource clock) {
        this.source = source;
        this.settings = settings.of(source);
        this.answerTimeout = settings.answerTimeout();
        this.clock = clock;
        this.budget = new Budget(this.settings.perMinute());
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
        this.breaker = CircuitBreaker.of(
                source.id(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(Duration.ofSeconds(60))
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .clock(clock.withZone(Seoul.ZONE))
                        .build());
        this.breaker
                .getEventPublisher()
                .onStateTransition(change -> log.warn(
                        "{} is {} from now on",
                        source.id(),
                        change.getStateTransition().getToState()));
        this.retry = Retry.of(
                source.id(),
                RetryConfig.<Asked>custom()
                        .maxAttempts(2)
                        .waitDuration(settings.beforeRetry())
                        .retryOnResult(asked -> isSilent(asked.answer()))
                        .failAfterMaxAttempts(false)
                        .build());
    }

    /** Nobody was there; while the breaker is open nobody was asked. */
    private static boolean isSilent(CarrierAnswer answer) {
        return answer instanceof CarrierAnswer.Silent silent && !silent.what().equals(LEFT_ALONE);
    }

    Source source() {
        return source;
    }

    Budget budget() {
        return budget;
    }

    /** Whether it failed so often that it is not asked for the moment. */
    boolean isLeftAlone() {
        return breaker.getState() != CircuitBreaker.State.CLOSED;
    }

    /** True while a question would be sent. */
    boolean isPassable() {
        if (budget.left(clock.instant()) == 0) {
            return false;
        }
        if (breaker.getState() == CircuitBreaker.State.OPEN && breaker.tryAcquirePermission()) {
            breaker.releasePermission();
        }
        return breaker.getState() != CircuitBreaker.State.OPEN;
    }

    /** Asks about one parcel; whatever happens is an answer. */
    Asked ask(String carrier, String number) {
        return retry.executeSupplier(() -> once(() -> exchange(carrier, number)));
    }

    /** Sends something else, a registration for instance, under the same limits; status 0 when nobody answered. */
    RawAnswer send(HttpRequest.Builder request) {
        return budget.take(clock.instant()) && breaker.tryAcquirePermission()
                ? sent(request)
                : new RawAnswer(0, "our-limit");
    }

    private RawAnswer sent(HttpRequest.Builder request) {
        RawAnswer raw = call(request);
        if (raw.status() == 200) {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        } else {
            breaker.onError(0, TimeUnit.NANOSECONDS, new IOException("http-" + raw.status()));
        }
        return raw;
    }

    private Asked once(Supplier<Asked> call) {
        if (!budget.take(clock.instant())) {
            return Asked.none(new CarrierAnswer.Refused(CarrierAnswer.Why.BUSY, "our-limit"));
        }
        if (!breaker.tryAcquirePermission()) {
            return Asked.none(new CarrierAnswer.Silent(LEFT_ALONE));
        }
        long started = System.nanoTime();
        Asked asked = call.get();
        long took = System.nanoTime() - started;
        if (asked.answer().isAnswer()) {
            breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        } else {
            breaker.onError(
                    took, TimeUnit.NANOSECONDS, new IOException(asked.answer().kind()));
        }
        return asked;
    }

    private Asked exchange(String carrier, String number) {
        RawAnswer raw = call(Questions.about(source, url(), settings.key(), carrier, number));
        if (raw.status() == 0) {
            return Asked.none(new CarrierAnswer.Silent(raw.body()));
        }
        if (source == Source.CJ && raw.status() == 200) {
            raw = cjDetail(raw, number);
        }
        return raw.status() == 0
                ? Asked.none(new CarrierAnswer.Silent(raw.body()))
                : new Asked(source.reader().read(carrier, raw), raw);
    }

    /** CJ's page gives a word and a cookie, without which its answer is refused. */
    private RawAnswer cjDetail(RawAnswer page, String number) {
        String[] parts = page.body().split("\n", 2);
        Matcher csrf = CSRF.matcher(page.body());
        return csrf.find()
                ? call(Questions.cjDetail(url(), number, csrf.group(1), parts[0]))
                : new RawAnswer(200, parts.length > 1 ? parts[1] : "");
    }

    String url() {
        return settings.url().isBlank() ? Questions.usualUrl(source) : settings.url();
    }

    String key() {
        return settings.key();
    }

    /** Status 0 says that nobody answered, and the body why. */
    private RawAnswer call(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(
                    request.timeout(answerTimeout)
                            .header("User-Agent", "dochak/0.1")
                            .build(),
                    BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES));
            String cookie =
                    source == Source.CJ && response.request().method().equals("GET") ? cookie(response) + "\n" : "";
            return new RawAnswer(response.statusCode(), cookie + response.body());
        } catch (IOException e) {
            return new RawAnswer(0, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new RawAnswer(0, "interrupted");
        }
    }

    private static String cookie(HttpResponse<String> response) {
        return String.join(
                "; ",
                response.headers().allValues("Set-Cookie").stream()
                        .map(cookie -> cookie.split(";", 2)[0])
                        .toList());
    }
}
