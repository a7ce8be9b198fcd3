package kr.dochak.benchmarks.kafka;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** What a server counts, from its management port. */
final class Meters {

    private Meters() {}

    /** A counter as Prometheus reads it; 0 when it has not counted yet. */
    static long count(int managementPort, String name) throws IOException, InterruptedException {
        URI metrics = URI.create("http://localhost:" + managementPort + "/actuator/prometheus");
        try (HttpClient client = HttpClient.newHttpClient()) {
            String all = client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                    .body();
            return all.lines()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }
}
