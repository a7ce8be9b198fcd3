package kr.dochak.promise.areas;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kr.dochak.promise.areas.AreaAnswer.Silent;
import kr.dochak.promise.areas.AreaAnswer.Told;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one public service, with its time limits and its circuit breaker. A question that failed is asked again next
 * time.
 */
final class AreaRoute {

    private static final Logger log = LoggerFactory.getLogger(AreaRoute.class);
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    /** Thirty days of a bad winter are three pages of the weather service. */
    private static final int MOST_PAGES = 10;

    /** How an answer was, and when. */
    record Last(Instant at, String kind, String what) {}

    private final AreaFeed feed;
    private final AreaSettings settings;
    private final HttpClient http;
    private final CircuitBreaker breaker;
    private volatile @Nullable Last answered;
    private volatile @Nullable Last failed;

    AreaRoute(AreaFeed feed, AreaSettings settings, InstantSource clock) {
        this.feed = feed;
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
        this.breaker = CircuitBreaker.of(
                feed.source().name(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(6)
                        .minimumNumberOfCalls(3)
                        .waitDurationInOpenState(Duration.ofMinutes(15))
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .clock(clock.withZone(Seoul.ZONE))
                        .build());
    }

    AreaFeed feed() {
        return feed;
    }

    boolean isOpen() {
        return settings.isOpen(feed.source());
    }

    Duration every() {
        return settings.of(feed.source()).every();
    }

    boolean isLeftAlone() {
        return breaker.getState() != CircuitBreaker.State.CLOSED;
    }

    @Nullable Last answered() {
        return answered;
    }

    @Nullable Last failed() {
        return failed;
    }

    /** Everything that is told now; whatever happens is an answer. A page that fails fails the whole. */
    AreaAnswer ask(boolean first, Instant now) {
        if (!breaker.tryAcquirePermission()) {
            return new Silent("circuit-open");
        }
        AreaAnswer answer = pages(first, now);
        Last last = new Last(now, answer.kind(), answer.what());
        if (answer instanceof Told) {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            answered = last;
        } else {
            breaker.onError(0, TimeUnit.NANOSECONDS, new IOException(answer.kind()));
            failed = last;
            log.warn("{} did not tell: {} {}", feed.source(), answer.kind(), answer.what());
        }
        return answer;
    }

    private AreaAnswer pages(boolean first, Instant now) {
        List<Bulletin> told = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            AreaAnswer answer = page(first, page, now);
            if (!(answer instanceof Told(List<Bulletin> bulletins, int items))) {
                return answer;
            }
            told.addAll(bulletins);
            if (items < feed.pageSize()) {
                break;
            }
        }
        return new Told(told, told.size());
    }

    private AreaAnswer page(boolean first, int page, Instant now) {
        String key = settings.of(feed.source()).key();
        URI question = feed.question(settings.url(feed.source()), key, first, page, now);
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(question)
                            .timeout(settings.answerTimeout())
                            .header("User-Agent", "dochak/0.1")
                            .build(),
                    BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES));
            return feed.read(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Silent(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Silent("interrupted");
        }
    }
}
