package kr.dochak.benchmarks.server;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator as a child process: it keeps a ledger of what the server has acknowledged. */
public final class SimulatedKorea implements AutoCloseable {

    /** A driven day with a training in it takes minutes. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Process process;
    private final String url;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private SimulatedKorea(Process process, int port) {
        this.process = process;
        this.url = "http://localhost:" + port;
    }

    public static SimulatedKorea start(Path java, Path jar, Path folder, int port, Map<String, String> environment)
            throws IOException {
        Files.createDirectories(folder);
        ProcessBuilder builder = new ProcessBuilder(java.toString(), "-Xmx1g", "-jar", jar.toString());
        builder.environment().putAll(environment);
        builder.environment().put("DOCHAK_SIM_PORT", "" + port);
        builder.environment().put("DOCHAK_SIM_SMTP_PORT", "" + (port + 1));
        builder.redirectErrorStream(true)
                .redirectOutput(
                        Redirect.appendTo(folder.resolve("simulator.log").toFile()));
        return new SimulatedKorea(builder.start(), port);
    }

    /** Comes back when the small Korea has seen the server's clock. */
    public void awaitBirth() throws InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                if (state().has("world")) {
                    return;
                }
            } catch (IllegalStateException notYet) {
                if (tries > 3_000) {
                    throw notYet;
                }
            }
            Thread.sleep(100);
        }
    }

    /** Everything acknowledged: orders, shipments, and how many different scans of each number. */
    public JsonNode ledger() throws InterruptedException {
        return get("/control/ledger");
    }

    /** Its clock, what waits to be sent and what was acknowledged: for whoever looks for a fault. */
    public JsonNode state() throws InterruptedException {
        return get("/control/state");
    }

    /** How many orders, shipments and scans the server has acknowledged so far; 0 while the simulator is not there. */
    public long acknowledged() throws InterruptedException {
        try {
            JsonNode counts = get("/control/ledger?only=counts");
            return counts.path("orders").asLong()
                    + counts.path("shipments").asLong()
                    + counts.path("scans").asLong();
        } catch (IllegalStateException notYet) {
            return 0;
        }
    }

    /** Everything that reached a phone or a mailbox. */
    public JsonNode messages() throws InterruptedException {
        return get("/vendor/messages?limit=999999");
    }

    /** What befell its parcels: never told to the server. */
    public JsonNode truth() throws InterruptedException {
        return get("/control/truth");
    }

    /** Malls sell nothing more; what is under way goes on. */
    public void takeNoMoreOrders() throws InterruptedException {
        control("pause", Map.of("orders", true));
    }

    /** Does something on purpose: {@code jams}, {@code slowness}, {@code clock} …; throws when the simulator refuses. */
    public void control(String what, Map<String, ?> body) throws InterruptedException {
        send(HttpRequest.newBuilder(URI.create(url + "/control/" + what))
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    private JsonNode get(String path) throws InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30)));
    }

    private JsonNode send(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalArgumentException("the simulator says " + answer.statusCode() + " " + answer.body());
            }
            return json.readTree(answer.body());
        } catch (IOException away) {
            throw new IllegalStateException("the simulator does not answer", away);
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
