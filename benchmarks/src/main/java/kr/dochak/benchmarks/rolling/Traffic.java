package kr.dochak.benchmarks.rolling;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import kr.dochak.benchmarks.Check;
import kr.dochak.benchmarks.acts.Clerk;

/** Scans, pages, log-ins and open pages that come through the proxy at their own pace, whatever happens behind it. */
final class Traffic implements AutoCloseable {

    private static final int OPEN_PAGES = 6;

    private final String url;
    private final Parcels parcels;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean over = new AtomicBoolean();
    private final HttpClient carrier = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Clerk viewer;
    private final Clerk listener;
    private final Kind scans = new Kind("scans");
    private final Kind pages = new Kind("pages");
    private final Kind logins = new Kind("log-ins");
    private final Kind streams = new Kind("open pages");
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong words = new AtomicLong();

    /** What was asked for in one way, and what was not served. */
    private static final class Kind {
        private final String name;
        private final AtomicLong asked = new AtomicLong();
        private final Queue<String> refused = new ConcurrentLinkedQueue<>();
        private final Queue<Double> millis = new ConcurrentLinkedQueue<>();

        private Kind(String name) {
            this.name = name;
        }

        private Check check() {
            return new Check(
                    "%s refused, of %,d (longest %,.0f ms)"
                            .formatted(
                                    name,
                                    asked.get(),
                                    millis.stream()
                                            .mapToDouble(each -> each)
                                            .max()
                                            .orElse(0)),
                    asked.get() > 0 && refused.isEmpty(),
                    refused.size() + " " + refused.stream().distinct().limit(5).toList());
        }
    }

    private interface Request {
        void send() throws IOException, InterruptedException;
    }

    Traffic(String url, Parcels parcels) throws IOException, InterruptedException {
        this.url = url;
        this.parcels = parcels;
        this.viewer = new Clerk(url, "lead");
        this.listener = new Clerk(url, "manager");
        viewer.page("/console/orders");
        listener.page("/console/orders");
    }

    /** Begins all of it, so many scans and pages a second and a log-in every two. */
    void begin(double scansASecond, double pagesASecond) {
        threads.execute(() -> pace(scansASecond, scans, this::scan));
        threads.execute(() -> pace(pagesASecond, pages, this::page));
        threads.execute(() -> pace(.5, logins, this::login));
        for (int i = 0; i < OPEN_PAGES; i++) {
            int parcel = i;
            threads.execute(() -> keepOpen(parcel));
        }
    }

    /** Each when its time has come; who is kept waiting keeps nobody else from coming. */
    private void pace(double aSecond, Kind kind, Request request) {
        long begun = System.nanoTime();
        for (long n = 1; !over.get(); n++) {
            long due = begun + (long) (n / aSecond * 1e9);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            if (!over.get()) {
                threads.execute(() -> once(kind, due, request));
            }
        }
    }

    private static void once(Kind kind, long due, Request request) {
        kind.asked.incrementAndGet();
        try {
            request.send();
            kind.millis.add((System.nanoTime() - due) / 1e6);
        } catch (IOException refused) {
            kind.refused.add(String.valueOf(refused));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void scan() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/scans"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + Pair.CARRIER)
                .POST(BodyPublishers.ofString(parcels.scan()))
                .build();
        HttpResponse<String> answer = carrier.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " "
                    + answer.body().lines().findFirst().orElse(""));
        }
    }

    /** Asked once: whoever is refused is refused. */
    private void page() throws IOException, InterruptedException {
        int status = viewer.status("/console/orders");
        if (status == 302) {
            lost.incrementAndGet();
        } else if (status != 200) {
            throw new IOException(status + " for a page");
        }
    }

    private void login() throws IOException, InterruptedException {
        try (Clerk clerk = new Clerk(url, "agent")) {
            clerk.page("/console/orders");
        }
    }

    /** As a browser does: where the stream ends it comes again after a while. */
    private void keepOpen(int parcel) {
        while (!over.get()) {
            once(streams, System.nanoTime(), () -> {
                HttpResponse<Stream<String>> answer = listener.lines("/console/live?topic=" + parcels.topic(parcel));
                if (answer.statusCode() != 200) {
                    throw new IOException(answer.statusCode() + " for an open page");
                }
                threads.execute(() -> stopLater(answer.body()));
                try (Stream<String> lines = answer.body()) {
                    lines.takeWhile(line -> !over.get())
                            .filter(line -> line.startsWith("event:"))
                            .forEach(line -> words.incrementAndGet());
                } catch (java.io.UncheckedIOException cut) {
                    return; // its end; what counts is whether it comes back
                }
            });
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }

    private void stopLater(Stream<String> lines) {
        while (!over.get()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        lines.close();
    }

    /** Stops, waits for what is under way, and says what was not served. */
    List<Check> end() throws InterruptedException {
        over.set(true);
        threads.shutdown();
        if (!threads.awaitTermination(90, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
        List<Check> checks = new ArrayList<>(List.of(scans.check(), pages.check(), logins.check(), streams.check()));
        checks.add(Check.none("log-ins that were lost on the way", lost.get()));
        checks.add(new Check("open pages heard of changes", words.get() > 0, "%,d words".formatted(words.get())));
        return checks;
    }

    long acknowledged() {
        return scans.asked.get() - scans.refused.size();
    }

    @Override
    public void close() {
        over.set(true);
        threads.shutdownNow();
        carrier.shutdownNow();
        viewer.close();
        listener.close();
    }
}
