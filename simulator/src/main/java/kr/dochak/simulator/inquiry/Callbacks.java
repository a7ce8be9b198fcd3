package kr.dochak.simulator.inquiry;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kr.dochak.simulator.carriers.Books;
import kr.dochak.simulator.carriers.Scan;
import kr.dochak.simulator.wire.Json;

/** Calls those who asked for it whenever a scan is entered, and again a few times until they take it. */
public final class Callbacks {

    /** Puts something off in the time of the small Korea. */
    @FunctionalInterface
    public interface Later {
        void later(Duration delay, Runnable happening);
    }

    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofHours(2));
    private static final Duration TRACKER_PATIENCE = Duration.ofSeconds(1);
    private static final Duration SWEET_PATIENCE = Duration.ofSeconds(10);

    private final Supplier<LocalDateTime> now;
    private final Later later;
    private final String secret;
    private final Map<String, Wish> wishes = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TRACKER_PATIENCE)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /** @param secret what Sweettracker's callbacks carry, so that a receiver knows them */
    public Callbacks(Books books, Supplier<LocalDateTime> now, Later later, String secret) {
        this.now = now;
        this.later = later;
        this.secret = secret;
        books.listen(this::scanned);
    }

    /** A second wish for the same parcel by the same way takes the place of the first. */
    void register(Wish wish) {
        wishes.put(wish.by().id() + " " + wish.carrier().id() + " " + wish.number(), wish);
    }

    private void scanned(Scan scan) {
        wishes.values().removeIf(wish -> !now.get().isBefore(wish.until()));
        wishes.values().stream()
                .filter(wish -> wish.isFor(scan.carrier(), scan.trackingNumber()))
                .forEach(wish -> call(wish, scan, 0));
    }

    private void call(Wish wish, Scan scan, int attempt) {
        Thread.ofVirtual().start(() -> {
            if (!isTaken(wish, scan) && attempt < PAUSES.size()) {
                later.later(PAUSES.get(attempt), () -> call(wish, scan, attempt + 1));
            }
        });
    }

    /** Sweettracker wants {@code {"code":true}}; tracker.delivery any 2xx, within a second. */
    private boolean isTaken(Wish wish, Scan scan) {
        try {
            HttpResponse<String> answer = http.send(request(wish, scan), HttpResponse.BodyHandlers.ofString());
            boolean fine = answer.statusCode() >= 200 && answer.statusCode() < 300;
            return fine
                    && (wish.by() == Source.TRACKER_DELIVERY
                            || Json.read(answer.body()).path("code").asBoolean(false));
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private HttpRequest request(Wish wish, Scan scan) {
        boolean tracker = wish.by() == Source.TRACKER_DELIVERY;
        Map<String, Object> body = tracker ? twoIds(wish) : Sweettracker.pushed(scan, wish.fid(), secret);
        boolean form = wish.format().equals("map");
        return HttpRequest.newBuilder(URI.create(wish.url()))
                .timeout(tracker ? TRACKER_PATIENCE : SWEET_PATIENCE)
                .header(
                        "Content-Type",
                        form ? "application/x-www-form-urlencoded;charset=UTF-8" : "application/json;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(form ? form(body) : Json.write(body)))
                .build();
    }

    private static Map<String, Object> twoIds(Wish wish) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("carrierId", wish.carrier().id());
        body.put("trackingNumber", wish.number());
        return body;
    }

    private static String form(Map<String, Object> body) {
        return body.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + URLEncoder.encode(String.valueOf(entry.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
