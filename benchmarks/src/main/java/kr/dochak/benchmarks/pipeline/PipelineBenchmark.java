package kr.dochak.benchmarks.pipeline;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import kr.dochak.benchmarks.Options;
import kr.dochak.benchmarks.pipeline.Load.Range;
import kr.dochak.benchmarks.pipeline.Load.Step;
import kr.dochak.benchmarks.server.CpuSeconds;
import kr.dochak.benchmarks.server.Database;
import kr.dochak.benchmarks.server.InProcess;
import kr.dochak.benchmarks.server.PastDeliveries;
import kr.dochak.promise.models.AskedBy;
import kr.dochak.promise.models.ModelCard;
import kr.dochak.promise.models.WindowModels;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanReceipt;
import kr.dochak.tracking.Tracking;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How many scans a second go through the product's own pipeline, in process, beside the floor of the same round.
 *
 * <p>{@code --shipments N} under way, of which a fifth carry no promise, {@code --scans N} of each kind and round,
 * {@code --rounds N}, {@code --memory SIZE} for PostgreSQL's buffers, {@code --wal SIZE} for its log between checkpoints,
 * {@code --data FOLDER}. With {@code --model} the promises' windows come from a model of as many past deliveries
 * ({@code --deliveries N}); a model is asked when a parcel is picked up. {@code --statements} also lists what each statement
 * cost where scans are promised. At the end what a parcel's whole life costs: eight scans, five of them at hubs.
 */
public final class PipelineBenchmark {

    private static final Instant BEGIN = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant NOW = BEGIN.plus(Duration.ofHours(2));
    private static final int BATCH = 2_000;
    private static final int FEEDERS = 2;
    private static final String FLOOR_1 = "floor, 1 thread";
    private static final String FLOOR_2 = "floor, 2 threads";

    /** One measured stretch. */
    private record Measured(int scans, double seconds, CpuSeconds cpu, long walBytes) {

        double perSecond() {
            return scans / seconds;
        }

        double cpuMicros() {
            return cpu.total() * 1e6 / scans;
        }

        double wal() {
            return (double) walBytes / scans;
        }

        @Override
        public String toString() {
            return "%,9.0f scans/s  %6.1f CPU µs/scan (JVM %.1f, PostgreSQL %.1f)  %,6.0f WAL bytes/scan"
                    .formatted(perSecond(), cpuMicros(), cpu.jvm() * 1e6 / scans, cpu.database() * 1e6 / scans, wal());
        }
    }

    private final int shipments;
    private final int scans;
    private final String memory;
    private final String wal;
    private final int rounds;
    private final Path data;
    private final boolean model;
    private final boolean statements;
    private final int deliveries;

    private PipelineBenchmark(Options options) {
        this.shipments = options.number("shipments", 1_000_000);
        this.scans = options.number("scans", 200_000);
        this.memory = options.text("memory", "2GB");
        this.wal = options.text("wal", "16GB");
        this.rounds = options.number("rounds", 3);
        this.data = options.path("data", "data-bench");
        this.model = options.has("model");
        this.statements = options.has("statements");
        this.deliveries = options.number("deliveries", 12_000);
    }

    public static void main(String... arguments) throws Exception {
        new PipelineBenchmark(Options.of(arguments)).run();
    }

    private void run() throws Exception {
        Map<String, String> settings = Map.of(
                "shared_buffers",
                memory,
                "max_wal_size",
                wal,
                "shared_preload_libraries",
                statements ? "pg_stat_statements" : "");
        try (InProcess place = InProcess.of(data, "pipeline", settings)) {
            place.product(NOW, model).close();
            if (model) {
                PastDeliveries.write(place.databaseUrl(), deliveries, BEGIN);
            }
            try (ConfigurableApplicationContext product = place.product(NOW, model);
                    Database database = new Database(place.databaseUrl())) {
                if (model) {
                    learn(product);
                }
                fill(product.getBean(Tracking.class), place.databaseUrl());
                measure(product, database, new Floor(place.databaseUrl()), place);
            }
        }
    }

    private void fill(Tracking tracking, String url) throws Exception {
        System.out.printf("writing %,d shipments, four fifths of them promised%n", shipments);
        ActiveShipments.first(url, BEGIN);
        tracking.submit(new Load(new Range(0, ActiveShipments.FIRST), BEGIN).next(Step.HUB, 6))
                .join();
        ActiveShipments.others(url, shipments, shipments / 5, ActiveShipments.Window.of(url, 1), BEGIN);
    }

    private static void learn(ConfigurableApplicationContext product) {
        ModelCard.Ended ended = product.getBean(WindowModels.class)
                .train(new AskedBy.Program("benchmark"))
                .join();
        if (ended != ModelCard.Ended.SWITCHED) {
            throw new IllegalStateException("no model to measure with: " + ended);
        }
    }

    private void measure(ConfigurableApplicationContext product, Database database, Floor floor, InProcess place)
            throws Exception {
        Tracking tracking = product.getBean(Tracking.class);
        Load bare = new Load(new Range(shipments - shipments / 5, shipments), BEGIN);
        Load promised = new Load(new Range(0, shipments - shipments / 5), BEGIN);
        int once = (shipments - shipments / 5) / 8 / (rounds + 1); // a parcel is picked up and delivered once
        floor.prepare();
        Map<String, List<Measured>> measured = new LinkedHashMap<>();
        for (int round = -1; round < rounds; round++) {
            Map<String, List<Measured>> kept = round < 0 ? new LinkedHashMap<>() : measured;
            List<Scan> plain = bare.next(Step.HUB, scans);
            List<Scan> distinct = Load.distinct(plain);
            List<Scan> half = distinct.subList(0, distinct.size() / 2);
            List<Scan> rest = distinct.subList(distinct.size() / 2, distinct.size());
            add(kept, FLOOR_1, of(half.size(), database, place, () -> floor.copy(half, 1)));
            add(kept, FLOOR_2, of(rest.size(), database, place, () -> floor.copy(rest, 2)));
            add(kept, "hub scans, no promise", of(plain.size(), database, place, () -> feed(tracking, plain)));
            for (Step step : Step.values()) {
                List<Scan> told = promised.next(step, step == Step.HUB ? scans : Math.min(scans / 4, once));
                StatementCosts costs = StatementCosts.of(statements ? database.url() : "");
                add(kept, promised(step), of(told.size(), database, place, () -> feed(tracking, told)));
                costs.print(told.size());
            }
        }
        System.out.printf("%nMedian of %d rounds, windows from %s%n", rounds, model ? "a model" : "the lane table");
        List<Measured> one = measured.getOrDefault(FLOOR_1, List.of());
        List<Measured> two = measured.getOrDefault(FLOOR_2, List.of());
        measured.forEach((name, all) -> summary(name, all, one, two));
        life(measured);
    }

    /** Of a parcel that goes through five hubs, all its scans taken together. */
    private static void life(Map<String, List<Measured>> measured) {
        double seconds = 0;
        double micros = 0;
        int scans = 0;
        for (Step step : Step.values()) {
            int times = step == Step.HUB ? 4 : 1;
            List<Measured> all = measured.getOrDefault(promised(step), List.of());
            seconds += times / median(all, Measured::perSecond);
            micros += times * median(all, Measured::cpuMicros);
            scans += times;
        }
        System.out.printf(
                "a parcel's %d scans together: %,.0f scans/s, %.1f CPU µs/scan%n",
                scans, scans / seconds, micros / scans);
    }

    private static String promised(Step step) {
        return switch (step) {
            case PICK_UP -> "pick-ups, promised";
            case FIRST_HUB -> "first hub, promised";
            case HUB -> "hub scans, promised";
            case VAN -> "on the van, promised";
            case DOOR -> "delivered, promised";
        };
    }

    private static void feed(Tracking tracking, List<Scan> scans) throws Exception {
        try (ExecutorService feeders = Executors.newFixedThreadPool(FEEDERS)) {
            List<Future<Integer>> fed = new ArrayList<>();
            for (int feeder = 0; feeder < FEEDERS; feeder++) {
                int mine = feeder;
                fed.add(feeders.submit(() -> feed(tracking, scans, mine)));
            }
            for (Future<Integer> each : fed) {
                each.get();
            }
        }
    }

    /** Each feeder keeps two batches under way, as a carrier that pipelines its requests does. */
    private static int feed(Tracking tracking, List<Scan> scans, int feeder) {
        @Nullable CompletableFuture<ScanReceipt> before = null;
        int fed = 0;
        for (int from = feeder * BATCH; from < scans.size(); from += FEEDERS * BATCH) {
            CompletableFuture<ScanReceipt> now =
                    tracking.submit(scans.subList(from, Math.min(scans.size(), from + BATCH)));
            if (before != null) {
                fed += before.join().accepted();
            }
            before = now;
        }
        return before == null ? fed : fed + before.join().accepted();
    }

    private static Measured of(int scans, Database database, InProcess place, Work work) throws Exception {
        long wal = wal(database);
        CpuSeconds cpu = place.cpu();
        long begun = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Measured(scans, seconds, place.cpu().since(cpu), wal(database) - wal);
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static long wal(Database database) throws SQLException {
        return database.number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
    }

    private static void add(Map<String, List<Measured>> all, String name, Measured measured) {
        all.computeIfAbsent(name, unused -> new ArrayList<>()).add(measured);
        System.out.printf("  %-22s %s%n", name, measured);
    }

    private static void summary(String name, List<Measured> all, List<Measured> one, List<Measured> two) {
        System.out.printf(
                "%-22s %,9.0f scans/s  %6.1f CPU µs/scan  %,6.0f WAL bytes/scan  of the floor with 1 / 2 threads: %.2f / %.2f"
                        + " of its speed, %.2f / %.2f by CPU%n",
                name,
                median(all, Measured::perSecond),
                median(all, Measured::cpuMicros),
                median(all, Measured::wal),
                ratio(all, one, Measured::perSecond),
                ratio(all, two, Measured::perSecond),
                1 / ratio(all, one, Measured::cpuMicros),
                1 / ratio(all, two, Measured::cpuMicros));
    }

    private static double ratio(List<Measured> all, List<Measured> floor, ToDoubleFunction<Measured> what) {
        return median(IntStream.range(0, all.size())
                .mapToDouble(i -> what.applyAsDouble(all.get(i)) / what.applyAsDouble(floor.get(i)))
                .toArray());
    }

    private static double median(List<Measured> all, ToDoubleFunction<Measured> what) {
        return median(all.stream().mapToDouble(what).toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
