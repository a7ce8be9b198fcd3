package kr.dochak.benchmarks.acts;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.dochak.benchmarks.Check;
import kr.dochak.benchmarks.Options;
import kr.dochak.benchmarks.server.Database;
import kr.dochak.benchmarks.server.ServerApi;
import kr.dochak.benchmarks.server.ServerPlace;
import kr.dochak.benchmarks.server.ServerProcess;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills the server, {@code --times} times, while its staff vote, change settings, take them back, bring in a file of settings and
 * make backups; after each start it looks for what is half done. {@code --seed} chooses the moments. At the end a backup is restored
 * into a folder of its own and compared.
 */
public final class ActsKillTest {

    private static final String QUICK_TO_START = "-Xmx1g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    private static final String MALL = "acts-rainbow-0123456789";
    private static final String ADMIN = "acts-admin-0123456789abc";
    private static final int ACTS_BETWEEN_KILLS = 12;
    private static final int WISHES = 60;
    private static final int ORDERS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> SETTINGS = List.of(
            "--dochak.promise.models=false",
            "--dochak.limits.address.requests=1000",
            "--dochak.limits.address.burst=1000",
            "--dochak.limits.at-once.patience=30s",
            "--dochak.limits.at-once.niceness=0");
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "DOCHAK_DEMO",
            "true",
            "DOCHAK_DEMO_PASSWORD",
            Clerk.PASSWORD,
            "DOCHAK_KEYS",
            "rainbow=" + MALL,
            "DOCHAK_CARRIER_KEY",
            "acts-carrier-0123456789",
            "DOCHAK_ADMIN_KEY",
            ADMIN);

    private final int times;
    private final ServerPlace place;
    private final Random dice;
    private final Map<String, Check> worst = new LinkedHashMap<>();
    private final List<Check> broken = new ArrayList<>();

    private ActsKillTest(Options options) {
        this.times = options.number("times", 20);
        this.place = ServerPlace.of(
                options, "benchmarks/target/acts-" + ProcessHandle.current().pid() + "/data", 18_180);
        this.dice = new Random(options.number("seed", 20_261_123));
    }

    /** Ends with 1 when anything was half done, done twice or lost. */
    public static void main(String... arguments) throws Exception {
        ActsKillTest test = new ActsKillTest(Options.of(arguments).otherwise("jvm", QUICK_TO_START));
        test.run();
        System.out.printf("after each of %d kills, and what the last one says:%n", test.times);
        test.worst.values().forEach(System.out::println);
        test.broken.forEach(each -> System.out.println("NOT: " + each));
        if (!test.broken.isEmpty()) {
            System.exit(1);
        }
    }

    private void run() throws Exception {
        Files.createDirectories(place.data());
        BackupRuns backups = new BackupRuns(place);
        ServerProcess server = start();
        try (Acts acts = new Acts(place.url())) {
            firstOrders();
            GoodwillWishes wishes = new GoodwillWishes(place.databaseUrl());
            wishes.secondOwner();
            wishes.add(WISHES);
            server.close();
            server = start();
            for (int kill = 1; kill <= times; kill++) {
                wishes.add(WISHES);
                killed(server, acts, backups);
                server = start();
                backups.judge();
                looked(acts, backups);
                System.out.printf(
                        "server killed, %d of %d: %,d acts acknowledged until then, back after %,d ms%n",
                        kill, times, acts.acknowledged(), server.startedIn().toMillis());
            }
            server.close();
            new Copy(place, ENVIRONMENT).checks(SETTINGS).forEach(this::keep);
        } finally {
            server.close();
        }
    }

    private ServerProcess start() throws IOException, InterruptedException {
        return ServerProcess.start(place, SETTINGS, ENVIRONMENT);
    }

    /** In the middle of everything; in one case of three the backup is killed too. */
    private void killed(ServerProcess server, Acts acts, BackupRuns backups) throws Exception {
        long before = acts.acknowledged();
        try (Acts.Shift shift = acts.begin(dice)) {
            backups.begin();
            shift.await(() -> acts.acknowledged() >= before + ACTS_BETWEEN_KILLS, PATIENCE);
            Thread.sleep(dice.nextInt(5_000));
            if (dice.nextInt(3) == 0) {
                backups.kill();
            }
            server.kill();
        }
    }

    private void looked(Acts acts, BackupRuns backups) throws IOException, InterruptedException, SQLException {
        try (Database database = new Database(place.databaseUrl())) {
            HalfDone.of(database, acts, acts.numbers()).forEach(this::keep);
            System.out.printf(
                    "wishes decided %,d, goodwills given %,d, settings changed %,d, acts whose end nobody knows %,d%n",
                    database.number("select count(*) from approvals.decision"),
                    database.number("select count(*) from compensation.goodwill where granted_at is not null"),
                    database.number("select count(*) from settings.change"),
                    database.number("select count(*) from changes.begun"));
        }
        Command verify =
                Command.begin(place, "verify-changes", "--data", place.data().toString());
        boolean whole = verify.end() == 0;
        keep(new Check(
                "the chain of the change log is whole",
                whole,
                verify.lastWords().lines().findFirst().orElse("")));
        keep(Check.none("log-ins that did not outlive the server", acts.lostLogins()));
        keep(backups.check());
    }

    private void keep(Check check) {
        worst.put(check.what().replaceAll("[0-9,]+", "#"), check);
        if (!check.holds()) {
            broken.add(check);
            System.out.println(check);
        }
    }

    private void firstOrders() throws InterruptedException {
        String at = Instant.now().minusSeconds(7_200).toString();
        String orders = IntStream.range(0, ORDERS)
                .mapToObj(n -> """
                {"orderNo":"A-%d","orderedAt":"%s","customer":{"id":"a-%d","name":"김지민","phone":"010-2000-%04d"},
                 "recipient":{"name":"김지민","postcode":"06236","address1":"서울 강남구 테헤란로 152"},
                 "items":[{"line":1,"name":"무선 전기포트 1.7L","quantity":1,"unitPrice":39000}],
                 "amounts":{"items":39000,"shipping":3000,"discount":2000,"total":40000}}
                """.formatted(n, at, n, n))
                .collect(Collectors.joining(",", "{\"orders\":[", "]}"));
        try (ServerApi api = new ServerApi(place.url(), ADMIN)) {
            api.post("/api/v1/orders/batch", MALL, JsonMapper.builder().build().readTree(orders));
        }
    }
}
