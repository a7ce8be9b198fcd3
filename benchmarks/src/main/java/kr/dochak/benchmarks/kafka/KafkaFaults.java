package kr.dochak.benchmarks.kafka;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kr.dochak.benchmarks.Check;
import kr.dochak.benchmarks.Options;
import kr.dochak.benchmarks.server.Database;
import kr.dochak.benchmarks.server.ServerProcess;
import kr.dochak.tracking.Scan;
import org.jspecify.annotations.Nullable;

/**
 * Two consumers of the scan log under load: one is killed ({@code kill -9}), later one is stopped for longer than its
 * session lasts and woken again, until the database has refused it ({@code --pauses N} tries at most). Then everything is
 * counted.
 *
 * <p>{@code --shipments N}, {@code --pause SECONDS}, {@code --promised} with a promise on every parcel. Ends with 1 when
 * anything was lost or done twice, or no fence was seen.
 */
public final class KafkaFaults {

    private static final int TOGETHER = 200;
    /** As many scans of a parcel as it remembers by their hashes, so that the count is exact. */
    private static final int MOST_ROUNDS = 60;

    private static final int MOST_BEHIND = 40_000;

    private final Options options;
    private final int shipments;
    private final Instant begin =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(MOST_ROUNDS + 2));
    private final Exactness exactness = new Exactness();
    private final List<Check> checks = new ArrayList<>();
    private volatile boolean enough;

    private KafkaFaults(Options options) {
        this.options = options;
        this.shipments = options.number("shipments", 20_000);
    }

    public static void main(String... arguments) throws Exception {
        BrokerProcess.quiet(Level.ERROR);
        KafkaFaults test = new KafkaFaults(
                Options.of(arguments).otherwise("jvm", "-Xmx768m -XX:+UseSerialGC -XX:MetaspaceSize=256m"));
        test.run();
        test.checks.forEach(System.out::println);
        if (!test.checks.stream().allMatch(Check::holds)) {
            System.exit(1);
        }
    }

    private void run() throws Exception {
        Path folder = options.path(
                "data",
                "benchmarks/target/kafka-faults-" + ProcessHandle.current().pid());
        try (Fleet fleet = Fleet.start(options, folder);
                ServerProcess web = fleet.server("web", 0, "web,work", true)) {
            fleet.register(shipments, begin);
            if (options.has("promised")) {
                fleet.promise();
            }
            Consumers consumers = new Consumers(fleet);
            try (consumers;
                    HttpLoad load = new HttpLoad(List.of(web.httpPort()), TOGETHER)) {
                CompletableFuture<Void> loading = CompletableFuture.runAsync(() -> load(fleet, load));
                consumers.awaitProgress();
                killOne(consumers);
                pauseOne(consumers);
                enough = true;
                loading.get();
                fleet.awaitApplied();
                checks.addAll(exactness.check(fleet.database(), begin));
                checks.add(Check.same(
                        "records in the log = applied", fleet.broker().records(), fleet.applied()));
            }
        }
    }

    /** Never far ahead of the consumers, so that they have work all the time and the load lasts until the end. */
    private void load(Fleet fleet, HttpLoad load) {
        try (Database database = new Database(fleet.url())) {
            for (int round = 0; round < MOST_ROUNDS && !enough; round++) {
                while (fleet.broker().records() - Fleet.applied(database) > MOST_BEHIND) {
                    Thread.sleep(50);
                }
                List<Scan> scans = Rounds.round(0, shipments, round, begin);
                load.send(scans);
                exactness.acknowledged(scans);
            }
        } catch (Exception e) {
            throw new IllegalStateException("the load ended early", e);
        }
    }

    private void killOne(Consumers consumers) throws Exception {
        long acknowledged = consumers.applied();
        consumers.first().kill();
        long begun = System.nanoTime();
        consumers.awaitAllPartitionsMove();
        System.out.printf(
                "killed a consumer after %,d records; the other had taken over after %.1f s%n",
                acknowledged, (System.nanoTime() - begun) / 1e9);
        consumers.replaceFirst();
        consumers.awaitProgress();
    }

    private void pauseOne(Consumers consumers) throws Exception {
        int seconds = options.number("pause", 15);
        long fenced = 0;
        for (int pause = 1; pause <= options.number("pauses", 6) && fenced == 0; pause++) {
            consumers.second().signal("STOP");
            Thread.sleep(Duration.ofSeconds(seconds));
            long passed = consumers.applied();
            consumers.second().signal("CONT");
            consumers.awaitProgress();
            Thread.sleep(Duration.ofSeconds(5));
            fenced = consumers.fenced();
            System.out.printf(
                    "pause %d: stopped for %d s, woken at %,d records applied; refused since then: %d%n",
                    pause, seconds, passed, fenced);
        }
        checks.add(new Check("a consumer that was passed by is refused", fenced > 0, "%d times".formatted(fenced)));
    }

    /** The two processes that apply the log. */
    private static final class Consumers implements AutoCloseable {

        private final Fleet fleet;
        private @Nullable ServerProcess first;
        private final ServerProcess second;

        private Consumers(Fleet fleet) throws IOException, InterruptedException {
            this.fleet = fleet;
            this.second = fleet.server("consumer-2", 2, "ingest", true);
            this.first = fleet.server("consumer-1", 1, "ingest", true);
        }

        ServerProcess first() {
            return Objects.requireNonNull(first);
        }

        ServerProcess second() {
            return second;
        }

        void replaceFirst() throws IOException, InterruptedException {
            first = fleet.server("consumer-1", 1, "ingest", true);
        }

        long applied() throws SQLException {
            return fleet.applied();
        }

        long fenced() throws IOException, InterruptedException {
            return Meters.count(first().managementPort(), "dochak_scans_fenced")
                    + Meters.count(second.managementPort(), "dochak_scans_fenced");
        }

        void awaitProgress() throws SQLException, InterruptedException {
            long before = applied();
            await(() -> applied() > before + 5_000);
        }

        void awaitAllPartitionsMove() throws SQLException, InterruptedException {
            List<Long> before = positions();
            await(() -> {
                List<Long> now = positions();
                return IntStream.range(0, before.size()).allMatch(i -> now.get(i) > before.get(i));
            });
        }

        private List<Long> positions() throws SQLException {
            return fleet.database().rows("select next_offset from tracking.log_position order by partition").stream()
                    .map(row -> (Long) Objects.requireNonNull(row.get("next_offset")))
                    .toList();
        }

        private interface Question {
            boolean holds() throws SQLException;
        }

        private static void await(Question question) throws SQLException, InterruptedException {
            long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
            while (!question.holds()) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("nothing is applied any more");
                }
                Thread.sleep(50);
            }
        }

        @Override
        public void close() {
            second.close();
            if (first != null) {
                first.close();
            }
        }
    }
}
