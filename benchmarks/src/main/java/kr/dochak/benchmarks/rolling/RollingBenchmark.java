package kr.dochak.benchmarks.rolling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.benchmarks.Check;
import kr.dochak.benchmarks.Options;
import kr.dochak.benchmarks.server.Database;
import kr.dochak.benchmarks.server.ServerApi;

/**
 * Two processes on one database behind nginx, without sticky sessions: each is replaced while scans, pages, log-ins and open pages go
 * on, {@code --times} times; then what one does is looked for in the other. {@code --drain 0s} shows what the drain is for.
 * With {@code --from JAR} both begin as that version and are replaced by the present one; {@code --first 2} replaces the second first.
 */
public final class RollingBenchmark {

    private static final String SMALL = "-Xmx700m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private RollingBenchmark() {}

    /** Ends with 1 when a request was refused, a scan lost, or the other process does not hear of something. */
    public static void main(String... arguments) throws Exception {
        Options options = Options.of(arguments).otherwise("jvm", SMALL);
        Path folder = options.path(
                "data", "benchmarks/target/rolling-" + ProcessHandle.current().pid());
        Files.createDirectories(folder);
        List<Check> checks = new ArrayList<>();
        try (Pair pair = Pair.start(options, folder);
                Nginx nginx = Nginx.start(folder.resolve("nginx"), pair.proxyPort(), pair.port(0), pair.port(1))) {
            checks.addAll(rolled(pair, nginx, options));
        }
        checks.forEach(System.out::println);
        if (!checks.stream().allMatch(Check::holds)) {
            System.exit(1);
        }
    }

    private static List<Check> rolled(Pair pair, Nginx nginx, Options options) throws Exception {
        List<Check> checks = new ArrayList<>();
        Parcels parcels;
        try (ServerApi api = new ServerApi(pair.url(0), Pair.ADMIN)) {
            parcels = Parcels.of(api);
        }
        String url = "http://localhost:" + pair.proxyPort();
        try (Traffic traffic = new Traffic(url, parcels);
                Database database = new Database(pair.databaseUrl())) {
            traffic.begin(options.number("rate", 100), options.number("pages", 10));
            int seconds = options.number("seconds", 10);
            int first = options.number("first", 1) - 1;
            OtherProcess other = new OtherProcess(pair, parcels);
            for (int n = 0; n < 2 * options.number("times", 1); n++) {
                Thread.sleep(seconds * 1_000L);
                Check announced = replaced(pair, (n + first) % 2);
                if (!pair.endsAtOnce()) {
                    checks.add(announced);
                }
                if (n == 0 && options.has("from")) {
                    addColumns(pair, options);
                    checks.addAll(other.ofTwoVersions());
                }
            }
            Thread.sleep(seconds * 1_000L);
            checks.addAll(traffic.end());
            long stored = database.number("select count(*) from tracking.scan");
            checks.add(new Check(
                    "scans acknowledged and stored, each once",
                    stored >= traffic.acknowledged() && nginx.isAlive(),
                    "%,d and %,d".formatted(traffic.acknowledged(), stored)));
            checks.forEach(System.out::println);
            checks.addAll(other.checks());
        }
        return checks;
    }

    private static Check replaced(Pair pair, int which) throws IOException, InterruptedException {
        boolean announced = pair.replace(which);
        System.out.printf("process %d was replaced%n", which + 1);
        return new Check(
                "process %d said first that it is not ready, and answered on".formatted(which + 1),
                announced,
                announced ? "yes" : "no");
    }

    /** As if the new version's migrations had added a column to these tables, which the old one goes on reading. */
    private static void addColumns(Pair pair, Options options) throws SQLException {
        try (Connection connection = DriverManager.getConnection(pair.databaseUrl());
                Statement sql = connection.createStatement()) {
            for (String table : options.text("columns", "").split(",")) {
                if (!table.isBlank()) {
                    sql.execute("alter table %s add column of_a_later_version text".formatted(table));
                }
            }
        }
    }
}
