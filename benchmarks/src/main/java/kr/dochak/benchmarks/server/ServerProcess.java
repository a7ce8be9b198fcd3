package kr.dochak.benchmarks.server;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server of our own as a child process, with its own data folder and ports. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Process process;
    private final ServerPlace place;
    private final Duration startedIn;

    private ServerProcess(Process process, ServerPlace place, Duration startedIn) {
        this.process = process;
        this.place = place;
        this.startedIn = startedIn;
    }

    /** Starts the server and waits until it is ready; throws when it ends before that, or is not ready in ten minutes. */
    public static ServerProcess start(ServerPlace place, List<String> settings, Map<String, String> environment)
            throws IOException, InterruptedException {
        Files.createDirectories(place.data());
        List<String> command = new ArrayList<>(List.of(place.java().toString()));
        command.addAll(place.jvmOptions());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                place.jar().toString(),
                "--server.port=" + place.httpPort(),
                "--management.server.port=" + place.managementPort(),
                "--dochak.database.port=" + place.databasePort(),
                "--dochak.data=" + place.data()));
        command.addAll(settings);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.redirectOutput(Redirect.appendTo(place.log().toFile()));
        long begun = System.nanoTime();
        Process process = builder.start();
        awaitReady(process, place);
        return new ServerProcess(process, place, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static void awaitReady(Process process, ServerPlace place) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(place)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The server ended before it was ready; see " + place.log());
            }
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("The server was not ready in time; see " + place.log());
            }
            Thread.sleep(50);
        }
    }

    private static boolean isReady(ServerPlace place) throws InterruptedException {
        URI readiness = URI.create("http://localhost:" + place.managementPort() + "/actuator/health/readiness");
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            HttpRequest request = HttpRequest.newBuilder(readiness)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** From the start of the process to readiness. */
    public Duration startedIn() {
        return startedIn;
    }

    public long pid() {
        return process.pid();
    }

    public int httpPort() {
        return place.httpPort();
    }

    public int managementPort() {
        return place.managementPort();
    }

    /** Sends the JVM a signal, {@code STOP} or {@code CONT}. */
    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What the server's JVM and its PostgreSQL have used of the processors so far. */
    public CpuSeconds cpu() {
        return CpuSeconds.of(process.pid(), place.data().resolve("postgres").resolve("postmaster.pid"));
    }

    /** Memory of the JVM that is in use now, in bytes. */
    public long residentBytes() throws IOException {
        return Proc.residentBytes(process.pid());
    }

    /** Ends the JVM at once, as {@code kill -9} does; its embedded PostgreSQL is not told. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
