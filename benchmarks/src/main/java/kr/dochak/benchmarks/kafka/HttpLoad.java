package kr.dochak.benchmarks.kafka;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.dochak.tracking.Scan;

/** Sends scans as carriers do, several requests at once, each again until it is acknowledged. */
final class HttpLoad implements AutoCloseable {

    private static final int AT_ONCE = 4;
    private static final int TRIES = 600;

    private final List<URI> servers;
    private final int together;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param together scans in one request */
    HttpLoad(List<Integer> ports, int together) {
        this.servers = ports.stream()
                .map(port -> URI.create("http://localhost:" + port + "/api/v1/scans"))
                .toList();
        this.together = together;
    }

    /** Comes back when every scan is acknowledged. */
    void send(List<Scan> scans) throws Exception {
        try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> sent = new ArrayList<>();
            for (int from = 0, n = 0; from < scans.size(); from += together, n++) {
                byte[] body = body(scans.subList(from, Math.min(scans.size(), from + together)));
                URI server = servers.get(n % servers.size());
                sent.add(senders.submit(() -> acknowledged(server, body)));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        }
    }

    private Void acknowledged(URI server, byte[] body) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            int status = status(server, body);
            if (status == 200 || status == 202) {
                return null;
            }
            if (attempt == TRIES || (status >= 400 && status < 500)) {
                throw new IllegalStateException("scans are answered with " + status);
            }
            Thread.sleep(100);
        }
    }

    private int status(URI server, byte[] body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server)
                .timeout(Duration.ofSeconds(40))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + Fleet.CARRIER_KEY)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException away) {
            return 0;
        }
    }

    private static byte[] body(List<Scan> scans) {
        StringBuilder json = new StringBuilder(scans.size() * 170).append('[');
        for (Scan scan : scans) {
            json.append(json.length() > 1 ? "," : "")
                    .append("{\"carrier\":\"")
                    .append(scan.carrier())
                    .append("\",\"trackingNumber\":\"")
                    .append(scan.trackingNumber())
                    .append("\",\"occurredAt\":\"")
                    .append(scan.occurredAt())
                    .append("\",\"status\":\"")
                    .append(scan.status())
                    .append("\",\"place\":\"")
                    .append(scan.place())
                    .append("\",\"text\":\"")
                    .append(scan.text())
                    .append("\"}");
        }
        return json.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
