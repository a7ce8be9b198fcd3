package kr.dochak.simulator.journey;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real server and the real simulator, each a process of its own, as {@code ./run} starts them. */
final class World implements AutoCloseable {

    static final String PASSWORD = "journey-password";

    private static final Path SERVER_JAR = Path.of("../server/target/dochak-server-0.1.0-exec.jar");
    private static final String RAINBOW = "journey-rainbow-key-0123456789";
    private static final String ADMIN = "journey-admin-key-0123456789";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final List<Process> processes = new ArrayList<>();
    private final int server = freePort();
    private final int management = freePort();
    private final int simulator = freePort();
    private final int mail = freePort();

    World(Path folder, Instant start) throws IOException {
        Files.createDirectories(folder);
        Map<String, String> environment = environment();
        launch(folder.resolve("server.log"), environment, serverCommand(folder, start));
        await(Duration.ofMinutes(3), () -> isUp("http://localhost:" + management + "/actuator/health/readiness"));
        launch(folder.resolve("simulator.log"), environment, simulatorCommand());
        await(Duration.ofMinutes(1), () -> isUp("http://localhost:" + simulator + "/control/state"));
        await(
                Duration.ofMinutes(1),
                () -> !"waiting"
                        .equals(get("/control/state").path("clock").path("mode").asString()));
    }

    String url() {
        return "http://localhost:" + server;
    }

    /** Asks the simulator. */
    JsonNode get(String path) {
        return read(HttpRequest.newBuilder(URI.create("http://localhost:" + simulator + path)));
    }

    /** Tells the simulator to do something. */
    JsonNode control(String path, String body) {
        return read(HttpRequest.newBuilder(URI.create("http://localhost:" + simulator + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Asks the server as the mall. */
    JsonNode api(String path) {
        return read(HttpRequest.newBuilder(URI.create(url() + path)).header("Authorization", "Bearer " + RAINBOW));
    }

    Instant now() {
        return OffsetDateTime.parse(read(HttpRequest.newBuilder(URI.create(url() + "/internal/clock")))
                        .path("now")
                        .asString())
                .toInstant();
    }

    void speed(int speed) {
        read(HttpRequest.newBuilder(URI.create(url() + "/internal/clock"))
                .header("Authorization", "Bearer " + ADMIN)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"speed\":" + speed + "}")));
    }

    /** Lets the world run until shortly before a moment, slower and slower, and then at its real pace. */
    void runUntilJustBefore(Instant moment) {
        runUntil(moment.minus(Duration.ofMinutes(20)), 3600);
        runUntil(moment.minusSeconds(40), 120);
        speed(1);
    }

    private void runUntil(Instant moment, int speed) {
        speed(speed);
        await(Duration.ofMinutes(3), () -> !now().isBefore(moment));
    }

    static void await(Duration longest, BooleanSupplier done) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + longest);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private JsonNode read(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(answer.uri() + " answered " + answer.statusCode() + " " + answer.body());
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private boolean isUp(String url) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private List<String> serverCommand(Path folder, Instant start) {
        return List.of(
                java(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-jar",
                SERVER_JAR.toString(),
                "--dochak.data=" + folder.resolve("data").toAbsolutePath(),
                "--dochak.database.port=" + freePort(),
                "--server.port=" + server,
                "--management.server.port=" + management,
                "--dochak.clock.mode=SPEED",
                "--dochak.clock.speed=1",
                "--dochak.clock.start=" + start);
    }

    private List<String> simulatorCommand() {
        return List.of(
                java(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "kr.dochak.simulator.Simulator");
    }

    private Map<String, String> environment() {
        String vendor = "http://localhost:" + simulator;
        return Map.ofEntries(
                Map.entry("DOCHAK_DEMO", "true"),
                Map.entry("DOCHAK_DEMO_PASSWORD", PASSWORD),
                Map.entry("DOCHAK_KEYS", "rainbow=" + RAINBOW + ",hangang=journey-hangang-key-0123456789"),
                Map.entry("DOCHAK_CARRIER_KEY", "journey-carrier-key-0123456789"),
                Map.entry("DOCHAK_ADMIN_KEY", ADMIN),
                Map.entry("DOCHAK_URL", url()),
                Map.entry("DOCHAK_PUBLIC_URL", url()),
                Map.entry("DOCHAK_NHN_URL", vendor),
                Map.entry("DOCHAK_NHN_APPKEY", "journey"),
                Map.entry("DOCHAK_NHN_SECRET", "journey"),
                Map.entry("DOCHAK_NHN_SENDER_KEY", "journey"),
                Map.entry("DOCHAK_SMS_SENDER", "15880000"),
                Map.entry("DOCHAK_NHN_FULL_TEXT", "true"),
                Map.entry("DOCHAK_NHN_WEBHOOK_SIGNATURE", "journey-signature"),
                Map.entry("DOCHAK_WEBHOOK_SIGNATURE", "journey-signature"),
                Map.entry("DOCHAK_SMTP_HOST", "localhost"),
                Map.entry("DOCHAK_SMTP_STARTTLS", "false"),
                Map.entry("DOCHAK_SMTP_PORT", Integer.toString(mail)),
                Map.entry("DOCHAK_SIM_PORT", Integer.toString(simulator)),
                Map.entry("DOCHAK_SIM_SMTP_PORT", Integer.toString(mail)),
                Map.entry("DOCHAK_SIM_ORDERS_PER_DAY", "1"));
    }

    private void launch(Path log, Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        processes.add(builder.start());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError("no free port", e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (Process process : processes.reversed()) {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
