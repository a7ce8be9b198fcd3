package kr.dochak.benchmarks.quote;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import kr.dochak.benchmarks.Options;
import kr.dochak.benchmarks.server.CpuSeconds;
import kr.dochak.benchmarks.server.PastDeliveries;
import kr.dochak.benchmarks.server.ServerApi;
import kr.dochak.benchmarks.server.ServerPlace;
import kr.dochak.benchmarks.server.ServerProcess;

/**
 * How long a quote takes at a steady rate, with the lane table and with a model in use, beside the cheapest answer of the
 * same server. Requests are sent when their time has come, whatever became of those before; waiting counts.
 *
 * <p>{@code --rate N} a second, {@code --seconds N} after {@code --warm-up N} seconds of asking: the first minute of a JVM
 * compiles more than it answers. {@code --deliveries N} to learn from, {@code --http-port N}.
 */
public final class QuoteBenchmark {

    private static final String KEY = "bench-rainbow-0123456789";
    private static final String ADMIN = "bench-admin-0123456789abc";
    private static final int AT_ONCE = 16;
    private static final Instant BEGIN = Instant.parse("2026-11-23T01:00:00Z");
    private static final List<String> POSTCODES =
            List.of("06236", "48058", "63122", "16677", "42078", "61945", "24266");
    private static final List<String> CARRIERS = List.of("kr.cjlogistics", "kr.hanjin", "kr.lotte");

    private final Options options;
    private final ServerPlace place;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private QuoteBenchmark(Options options) {
        this.options = options;
        this.place =
                ServerPlace.of(options, "data-quote-" + ProcessHandle.current().pid(), 18_380);
    }

    public static void main(String... arguments) throws Exception {
        new QuoteBenchmark(Options.of(arguments).otherwise("jvm", "-Xmx1g -XX:+UseSerialGC -XX:MetaspaceSize=256m"))
                .run();
    }

    private void run() throws Exception {
        try (ServerProcess server = start()) {
            warmUp();
            measure("cheapest answer          ", server, this::cheapest);
            measure("quote, lane table        ", server, this::quote);
            PastDeliveries.write(place.databaseUrl(), options.number("deliveries", 12_000), BEGIN);
        }
        try (ServerProcess server = start();
                ServerApi api = new ServerApi(place.url(), ADMIN)) {
            api.advance(BEGIN.plus(Duration.ofHours(1)), Duration.ofHours(1));
            api.advance(BEGIN.plus(Duration.ofDays(2)), Duration.ofDays(1));
            String window = client.send(quote(0), BodyHandlers.ofString()).body();
            if (!window.contains("\"model ")) {
                throw new IllegalStateException("no model is in use: " + window);
            }
            warmUp();
            measure("cheapest answer          ", server, this::cheapest);
            measure("quote, model in use      ", server, this::quote);
        }
    }

    private ServerProcess start() throws Exception {
        return ServerProcess.start(
                place,
                List.of("--dochak.clock.mode=DRIVEN", "--dochak.clock.start=" + BEGIN),
                Map.of("DOCHAK_DEMO", "true", "DOCHAK_KEYS", "rainbow=" + KEY, "DOCHAK_ADMIN_KEY", ADMIN));
    }

    private void warmUp() {
        int seconds = options.number("warm-up", 60);
        ask(seconds, this::quote);
        ask(Math.ceilDiv(seconds, 6), this::cheapest);
    }

    /** As many as a new JVM can answer, a few at a time: a fixed rate would only queue up before it. */
    private void ask(int seconds, IntFunction<HttpRequest> request) {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        for (int i = 0; System.nanoTime() < end; i += AT_ONCE) {
            List<CompletableFuture<Void>> answers = new ArrayList<>(AT_ONCE);
            for (int each = i; each < i + AT_ONCE; each++) {
                answers.add(client.sendAsync(request.apply(each), BodyHandlers.ofString())
                        .thenAccept(QuoteBenchmark::requireGood));
            }
            answers.forEach(CompletableFuture::join);
        }
    }

    private void measure(String name, ServerProcess server, IntFunction<HttpRequest> request) throws Exception {
        int rate = options.number("rate", 500);
        int seconds = options.number("seconds", 30);
        CpuSeconds before = server.cpu();
        double[] millis = send(rate, seconds, request);
        Arrays.sort(millis);
        System.out.printf(
                "%s p50 %.1f ms, p99 %.1f ms, longest %.0f ms, %.0f CPU µs each (%,d at %d a second)%n",
                name,
                millis[millis.length / 2],
                millis[(int) (millis.length * .99)],
                millis[millis.length - 1],
                server.cpu().since(before).total() * 1e6 / millis.length,
                millis.length,
                rate);
    }

    /** Milliseconds from when each was due to its answer. */
    private double[] send(int rate, int seconds, IntFunction<HttpRequest> request) {
        int count = rate * seconds;
        double[] millis = new double[count];
        List<CompletableFuture<Void>> answers = new ArrayList<>(count);
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int mine = i;
            long due = begun + i * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            answers.add(client.sendAsync(request.apply(i), BodyHandlers.ofString())
                    .thenAccept(answer -> {
                        requireGood(answer);
                        millis[mine] = (System.nanoTime() - due) / 1e6;
                    }));
        }
        answers.forEach(CompletableFuture::join);
        return millis;
    }

    private static void requireGood(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private HttpRequest quote(int i) {
        String body = """
                {"shipFrom":{"area":"인천"},"recipient":{"postcode":"%s"},"methods":[{"carrier":"%s"}]}""".formatted(POSTCODES.get(i % POSTCODES.size()), CARRIERS.get(i % CARRIERS.size()));
        return request("/api/v1/promises/quote")
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** The clock: read from memory, by anybody. */
    private HttpRequest cheapest(int i) {
        return request("/internal/clock").build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(place.url() + path)).timeout(Duration.ofSeconds(30));
    }
}
