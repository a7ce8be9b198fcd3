package kr.dochak.benchmarks.rolling;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kr.dochak.benchmarks.Options;
import kr.dochak.benchmarks.acts.Clerk;
import kr.dochak.benchmarks.server.ServerPlace;
import kr.dochak.benchmarks.server.ServerProcess;

/** One outside PostgreSQL and two processes of the product on it, each of which can be replaced. */
final class Pair implements AutoCloseable {

    static final String MALL = "pair-rainbow-0123456789";
    static final String CARRIER = "pair-carrier-0123456789";
    static final String ADMIN = "pair-admin-0123456789abc";

    /** One of the two has the timers; both have pages and take scans (record 10). */
    private static final List<String> ROLES = List.of("web,work", "web");

    private final ServerPlace first;
    private final EmbeddedPostgres postgres;
    private final String drain;
    private final ServerProcess[] servers = new ServerProcess[2];
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Pair(ServerPlace first, EmbeddedPostgres postgres, String drain) {
        this.first = first;
        this.postgres = postgres;
        this.drain = drain;
    }

    /** The first makes the tables before the second comes. */
    static Pair start(Options options, Path folder) throws IOException, InterruptedException {
        ServerPlace place = ServerPlace.of(options, folder.toString(), 18_780);
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setOverrideWorkingDirectory(folder.resolve("postgres-binaries").toFile())
                .setPort(place.databasePort())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "150")
                .setLocaleConfig("locale", "C.UTF-8")
                .start();
        Pair pair = new Pair(place, postgres, options.text("drain", "5s"));
        Path jar = options.path("from", place.jar().toString());
        pair.begin(0, jar);
        pair.begin(1, jar);
        return pair;
    }

    /** Where the proxy listens. */
    int proxyPort() {
        return first.httpPort() + 5;
    }

    int port(int which) {
        return first.httpPort() + 10 * which;
    }

    String url(int which) {
        return "http://localhost:" + port(which);
    }

    String databaseUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    private void begin(int which, Path jar) throws IOException, InterruptedException {
        Path data = first.data().resolve("process-" + which);
        ServerPlace place = new ServerPlace(
                first.java(), first.jvmOptions(), jar, data, port(which), port(which) + 1, port(which) + 2);
        servers[which] = ServerProcess.start(
                place,
                List.of(
                        "--dochak.roles=" + ROLES.get(which),
                        "--dochak.database.url=" + databaseUrl(),
                        "--dochak.database.user=postgres",
                        "--dochak.database.password=postgres",
                        "--dochak.web.drain=" + drain,
                        "--dochak.limits.address.requests=1000",
                        "--dochak.limits.address.burst=1000",
                        "--dochak.limits.address.in-work=100",
                        "--dochak.limits.at-once.patience=60s",
                        "--dochak.limits.at-once.niceness=0",
                        "--dochak.limits.address.logins=1000"),
                Map.of(
                        "DOCHAK_DEMO",
                        "true",
                        "DOCHAK_DEMO_PASSWORD",
                        Clerk.PASSWORD,
                        "DOCHAK_KEYS",
                        "rainbow=" + MALL,
                        "DOCHAK_CARRIER_KEY",
                        CARRIER,
                        "DOCHAK_ADMIN_KEY",
                        ADMIN,
                        "DOCHAK_TRUSTED_PROXIES",
                        "127.0.0.1/32",
                        "DOCHAK_VAULT_KEY",
                        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
    }

    /** Whether a process that is asked to end says nothing first. */
    boolean endsAtOnce() {
        return drain.equals("0s");
    }

    /** Ends one in an orderly way and begins it anew, with the present version; whether it went on answering after it said that it is not ready. */
    boolean replace(int which) throws IOException, InterruptedException {
        ServerProcess old = servers[which];
        Thread ending = Thread.ofPlatform().start(old::close);
        boolean announced = false;
        while (old.isAlive()) {
            announced |= status(old.managementPort(), "/actuator/health/readiness") == 503
                    && status(old.httpPort(), "/console/login") == 200;
            Thread.sleep(50);
        }
        ending.join();
        begin(which, first.jar());
        return announced;
    }

    private int status(int port, String path) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException gone) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        for (ServerProcess each : servers) {
            each.close();
        }
        client.close();
        postgres.close();
    }
}
