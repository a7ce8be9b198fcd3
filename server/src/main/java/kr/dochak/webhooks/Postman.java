package kr.dochak.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import kr.dochak.webhooks.SendingRepository.Due;
import kr.dochak.webhooks.SendingRepository.Target;
import kr.dochak.webhooks.UrlRule.Verdict;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Makes one signed request, follows no redirection, and reads no more of an answer than people will look at. */
@Component
class Postman implements DisposableBean {

    private static final int MOST_BYTES_READ = 1_000;

    private final Destinations destinations;
    private final WebhookSettings settings;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http;

    Postman(Destinations destinations, WebhookSettings settings, InstantSource clock) {
        this.destinations = destinations;
        this.settings = settings;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.answerTimeout())
                .build();
    }

    Answer send(Target to, Due due) {
        return switch (destinations.judge(to.url())) {
            case Verdict.Bad bad -> Answer.none("not sent: " + bad.why(), 0);
            case Verdict.Good good -> inTime(request(good.url(), to, due));
        };
    }

    private HttpRequest request(URI url, Target to, Due due) {
        return HttpRequest.newBuilder(url)
                .timeout(settings.answerTimeout())
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Dochak-Webhooks/1")
                .header("Dochak-Event-Id", EventWriting.eventId(due.tenantId(), due.sequence()))
                .header("Dochak-Attempt", Integer.toString(due.attempts()))
                .header(Signature.HEADER, Signature.header(to.secrets(), clock.instant(), due.body()))
                .POST(HttpRequest.BodyPublishers.ofString(due.body()))
                .build();
    }

    /** The whole of it within the limit: an endpoint that sends its answer drop by drop is cut off. */
    private Answer inTime(HttpRequest request) {
        long started = System.nanoTime();
        Future<Answer> exchange = threads.submit(() -> exchange(request, started));
        try {
            return exchange.get(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            return Answer.none("timeout", millisSince(started));
        } catch (ExecutionException e) {
            return Answer.none(reason(e.getCause()), millisSince(started));
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            return Answer.none("interrupted", millisSince(started));
        }
    }

    private Answer exchange(HttpRequest request, long started) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            String beginning = new String(body.readNBytes(MOST_BYTES_READ), StandardCharsets.UTF_8);
            return new Answer(response.statusCode(), printable(beginning), millisSince(started), retryAfter(response));
        }
    }

    /** What a database and a page can hold: the last letter may have been cut in half, and some bytes are none. */
    static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\uFFFD]+", " ").strip();
    }

    private static int retryAfter(HttpResponse<?> response) {
        String seconds = response.headers().firstValue("Retry-After").orElse("");
        return seconds.matches("\\d{1,6}") ? Integer.parseInt(seconds) : 0;
    }

    private static String reason(@org.jspecify.annotations.Nullable Throwable cause) {
        return switch (cause) {
            case HttpConnectTimeoutException e -> "timeout";
            case java.net.http.HttpTimeoutException e -> "timeout";
            case ConnectException e -> "not reached";
            case SSLException e -> "no trusted TLS";
            case null, default -> "connection broke";
        };
    }

    private static int millisSince(long started) {
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
