package kr.dochak.benchmarks.kafka;

import ch.qos.logback.classic.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import kr.dochak.benchmarks.Check;
import kr.dochak.benchmarks.Options;
import kr.dochak.benchmarks.pipeline.Floor;
import kr.dochak.benchmarks.server.CpuSeconds;
import kr.dochak.benchmarks.server.ServerProcess;
import kr.dochak.tracking.Scan;

/**
 * How many scans a second go through a Kafka broker and two server processes into one PostgreSQL, all on this machine, with
 * an exact count afterwards; beside it the COPY floor, and one process without a log over the same parcels.
 *
 * <p>{@code --shipments N}, {@code --rounds N} (of each kind, after one to warm up), {@code --together N} scans in a
 * request, {@code --promised} with a promise on every parcel, {@code --data FOLDER}. A round ends when everything is
 * applied. {@code log} rounds are written into the log directly: what the consumers can take. {@code --kill} and
 * {@code --pause} run {@link KafkaFaults} instead.
 */
public final class KafkaBenchmark {

    private final Options options;
    private final int shipments;
    private final int rounds;
    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(62));
    private final Exactness exactness = new Exactness();
    private int round;

    private KafkaBenchmark(Options options) {
        this.options = options;
        this.shipments = options.number("shipments", 60_000);
        this.rounds = options.number("rounds", 3);
    }

    public static void main(String... arguments) throws Exception {
        Options options = Options.of(arguments).otherwise("jvm", "-Xmx768m -XX:+UseSerialGC -XX:MetaspaceSize=256m");
        if (options.has("kill") || options.has("pause")) {
            KafkaFaults.main(arguments);
            return;
        }
        BrokerProcess.quiet(Level.ERROR);
        List<Check> checks = new KafkaBenchmark(options).run();
        checks.forEach(System.out::println);
        if (!checks.stream().allMatch(Check::holds)) {
            System.exit(1);
        }
    }

    private List<Check> run() throws Exception {
        Path folder = options.path(
                "data", "benchmarks/target/kafka-" + ProcessHandle.current().pid());
        try (Fleet fleet = Fleet.start(options, folder)) {
            try (ServerProcess one = fleet.server("one", 0, "web,ingest,work", true);
                    ServerProcess two = fleet.server("two", 1, "web,ingest", true)) {
                fleet.register(shipments, begin);
                if (options.has("promised")) {
                    fleet.promise();
                }
                logged(fleet, one, two);
            }
            Floor floor = new Floor(fleet.url());
            floor.prepare();
            floor(fleet, floor);
            try (ServerProcess alone = fleet.server("alone", 0, "web,ingest,work", false);
                    HttpLoad load = new HttpLoad(List.of(alone.httpPort()), together())) {
                rounds(fleet, "HTTP, one process, no log", List.of(alone.pid()), load::send);
            }
            return exactness.check(fleet.database(), begin);
        }
    }

    private int together() {
        return options.number("together", 200);
    }

    private void logged(Fleet fleet, ServerProcess one, ServerProcess two) throws Exception {
        List<Long> pids = List.of(one.pid(), two.pid(), fleet.broker().pid());
        try (HttpLoad load = new HttpLoad(List.of(one.httpPort(), two.httpPort()), together())) {
            rounds(fleet, "HTTP → log → 2 consumers", pids, scans -> {
                load.send(scans);
                fleet.awaitApplied();
            });
        }
        try (LogLoad load = new LogLoad(fleet.broker().servers())) {
            rounds(fleet, "log → 2 consumers", pids, scans -> {
                load.send(scans);
                fleet.awaitApplied();
            });
        }
    }

    private void floor(Fleet fleet, Floor floor) throws Exception {
        for (int i = 0; i < rounds; i++) {
            List<Scan> scans = Rounds.distinct(Rounds.round(0, shipments, i, begin));
            System.out.println(
                    "  " + measure(fleet, "floor: COPY, 1 thread", List.of(), scans, all -> floor.copy(all, 1)));
        }
    }

    /** Takes scans, and comes back when they are applied. */
    @FunctionalInterface
    private interface Way {
        void take(List<Scan> scans) throws Exception;
    }

    private void rounds(Fleet fleet, String name, List<Long> pids, Way way) throws Exception {
        for (int i = -1; i < rounds; i++) {
            List<Scan> scans = Rounds.round(0, shipments, round++, begin);
            System.out.println((i < 0 ? "  (warming up) " : "  ") + measure(fleet, name, pids, scans, way));
            exactness.acknowledged(scans);
        }
    }

    private static String measure(Fleet fleet, String name, List<Long> pids, List<Scan> scans, Way way)
            throws Exception {
        List<Long> own = List.of(ProcessHandle.current().pid());
        CpuSeconds before = fleet.cpu(pids);
        double load = fleet.cpu(own).jvm();
        long begun = System.nanoTime();
        way.take(scans);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Thread.sleep(300); // a backend that has ended counts once it is buried
        CpuSeconds used = fleet.cpu(pids).since(before);
        double micros = 1e6 / scans.size();
        return "%-26s %,8.0f scans/s  CPU µs/scan: servers and broker %.1f, PostgreSQL %.1f; this program %.1f"
                .formatted(
                        name,
                        scans.size() / seconds,
                        used.jvm() * micros,
                        used.database() * micros,
                        (fleet.cpu(own).jvm() - load) * micros);
    }
}
