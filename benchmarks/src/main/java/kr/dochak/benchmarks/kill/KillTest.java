package kr.dochak.benchmarks.kill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import kr.dochak.benchmarks.Check;
import kr.dochak.benchmarks.Options;
import kr.dochak.benchmarks.acts.ActsKillTest;
import kr.dochak.benchmarks.kafka.KafkaFaults;
import kr.dochak.benchmarks.server.Database;
import kr.dochak.benchmarks.server.ServerPlace;
import kr.dochak.benchmarks.server.ServerProcess;
import kr.dochak.benchmarks.server.SimulatedKorea;
import tools.jackson.databind.JsonNode;

/**
 * Hurts the server in the middle of its work, {@code --times} times, while the simulator goes on sending; then compares what
 * the server had acknowledged with what it still knows. {@code --seed} chooses the moments, {@code --victim} what is hurt:
 * {@code server} and {@code postgres} are killed, {@code disk} is filled up for a while ({@code --data} must then lie on a
 * small file system of its own). With {@code --orders FOLDER} a replay is killed and continued too, and compared with one
 * that was left alone. With {@code --kafka} it is consumers of the scan log that are killed and stopped
 * ({@link KafkaFaults}), with {@code --acts} a server whose staff act ({@link ActsKillTest}).
 */
public final class KillTest {

    /** Ten minutes a second: parcels are packed and scanned between two kills. */
    private static final String SPEED = "600";
    /** A server that lives for seconds is not worth optimising. */
    private static final String QUICK_TO_START = "-Xmx1g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private static final int WORK_BETWEEN_KILLS = 150;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Options options;
    private final ServerPlace place;
    private final int simulatorPort;
    private final Map<String, String> environment = new HashMap<>();
    private final Random dice;
    private final Victim victim;

    private KillTest(Options options) {
        this.options = options;
        this.place = ServerPlace.of(
                options, "benchmarks/target/kill-" + ProcessHandle.current().pid(), 18_180);
        this.simulatorPort = options.number("sim-port", place.httpPort() + 10);
        this.dice = new Random(options.number("seed", 20_261_123));
        this.victim = Victim.valueOf(options.text("victim", "server").toUpperCase(Locale.ROOT));
        environment.put("DOCHAK_DEMO", "true");
        environment.put("DOCHAK_KEYS", "rainbow=kill-rainbow-0123456789,hangang=kill-hangang-0123456789");
        environment.put("DOCHAK_CARRIER_KEY", "kill-carrier-0123456789");
        environment.put("DOCHAK_ADMIN_KEY", "kill-admin-0123456789abc");
        environment.put("DOCHAK_URL", place.url());
        environment.put("DOCHAK_PUBLIC_URL", place.url());
        environment.put("DOCHAK_SIM_ORDERS_PER_DAY", options.text("orders-per-day", "1000"));
        environment.put("DOCHAK_NHN_URL", "http://localhost:" + simulatorPort);
        environment.put("DOCHAK_NHN_APPKEY", "kill");
        environment.put("DOCHAK_NHN_SECRET", "kill");
        environment.put("DOCHAK_NHN_SENDER_KEY", "kill");
        environment.put("DOCHAK_SMS_SENDER", "0212345678");
        environment.put("DOCHAK_NHN_WEBHOOK_SIGNATURE", "kill-webhook-signature");
        environment.put("DOCHAK_WEBHOOK_SIGNATURE", "kill-webhook-signature");
        environment.put("DOCHAK_SMTP_HOST", "localhost");
        environment.put("DOCHAK_SMTP_STARTTLS", "false");
        environment.put("DOCHAK_SMTP_PORT", "" + (simulatorPort + 1));
    }

    /** Ends with 1 when anything was lost or done twice. */
    public static void main(String... arguments) throws Exception {
        Options options = Options.of(arguments).otherwise("jvm", QUICK_TO_START);
        if (options.has("kafka")) {
            KafkaFaults.main(arguments);
            return;
        }
        if (options.has("acts")) {
            ActsKillTest.main(arguments);
            return;
        }
        KillTest test = new KillTest(options);
        List<Check> checks = new ArrayList<>(test.run());
        if (options.has("orders")) {
            Path folder = test.place.data().resolve("replay");
            checks.addAll(new InterruptedReplay(options, folder, test.place.httpPort() + 20).run());
        }
        checks.forEach(System.out::println);
        if (!checks.stream().allMatch(Check::holds)) {
            System.exit(1);
        }
    }

    private List<Check> run() throws Exception {
        int times = options.number("times", 20);
        Path simulatorJar = options.path("simulator-jar", "simulator/target/dochak-simulator-0.1.0.jar");
        ServerProcess server = start();
        try (SimulatedKorea korea =
                SimulatedKorea.start(place.java(), simulatorJar, place.data(), simulatorPort, environment)) {
            for (int kill = 1; kill <= times; kill++) {
                long before = korea.acknowledged();
                awaitWork(korea, before + WORK_BETWEEN_KILLS);
                Thread.sleep(dice.nextInt(500));
                long begun = System.nanoTime();
                if (victim == Victim.SERVER) {
                    server.kill();
                } else {
                    victim.hurt(place.data());
                }
                long acknowledged = korea.acknowledged();
                server = victim == Victim.SERVER ? start() : server;
                awaitWork(korea, acknowledged + 1);
                System.out.printf(
                        "%s, %d of %d: %,d acknowledged until then, the next after %,d ms%n",
                        victim.deed(), kill, times, acknowledged, (System.nanoTime() - begun) / 1_000_000);
            }
            awaitWork(korea, korea.acknowledged() + WORK_BETWEEN_KILLS);
            korea.takeNoMoreOrders();
            JsonNode acknowledged = korea.ledger();
            return checked(acknowledged, korea);
        } finally {
            server.close();
        }
    }

    private ServerProcess start() throws Exception {
        return ServerProcess.start(
                place,
                List.of(
                        "--dochak.clock.mode=SPEED",
                        "--dochak.clock.speed=" + SPEED,
                        "--dochak.clock.start=2026-11-23T00:00:00Z"),
                environment);
    }

    private static void awaitWork(SimulatedKorea korea, long acknowledged) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (korea.acknowledged() < acknowledged) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no work flows: " + korea.state());
            }
            Thread.sleep(50);
        }
    }

    private List<Check> checked(JsonNode acknowledged, SimulatedKorea korea) throws Exception {
        try (Database database = new Database(place.databaseUrl())) {
            long newest = database.number("select max(id) from orders.customer_order");
            awaitFacts(database, newest);
            List<Check> checks = new ArrayList<>(Losses.of(database, acknowledged, newest));
            checks.add(messages(korea));
            return checks;
        }
    }

    /** What a module has not dealt with when it was killed is dealt with after the restart, within minutes. */
    private static void awaitFacts(Database database, long newest) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (Losses.unpromised(database, newest) > 0 && System.nanoTime() < deadline) {
            Thread.sleep(500);
        }
    }

    /**
     * A request may be sent again after a crash, under its key: the vendor drops it. A letter sent again under its
     * Message-ID is one letter in a mailbox.
     */
    private static Check messages(SimulatedKorea korea) throws InterruptedException {
        Set<String> keys = new HashSet<>();
        long twice = 0;
        long letters = 0;
        JsonNode all = korea.messages();
        for (JsonNode message : all) {
            String channel = message.path("channel").asString();
            boolean first = keys.add(channel + message.path("idempotencyKey").asString(""));
            letters += !first && channel.equals("EMAIL") ? 1 : 0;
            twice += first || channel.equals("EMAIL") ? 0 : 1;
        }
        return Check.none(
                "messages that reached a phone twice, of %d (%d letters came again under their Message-ID)"
                        .formatted(all.size(), letters),
                twice);
    }
}
