package kr.dochak.benchmarks.pipeline;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kr.dochak.Application;
import kr.dochak.benchmarks.Options;
import kr.dochak.benchmarks.server.CpuSeconds;
import kr.dochak.benchmarks.server.Database;
import kr.dochak.benchmarks.server.PastDeliveries;
import kr.dochak.promise.ModelCard;
import kr.dochak.promise.WindowModels;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanReceipt;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many scans a second go through the product's own pipeline, in process, beside the floor of the same round.
 *
 * <p>{@code --shipments N} for each half (with and without promises), {@code --rounds N}, {@code --data FOLDER}. With
 * {@code --model} the promises' windows come from a model of as many past deliveries ({@code --deliveries N}). A model is
 * asked when a parcel is picked up, so pick-ups have a line of their own, of parcels of their own.
 */
public final class PipelineBenchmark {

    private static final Instant BEGIN = Instant.parse("2026-11-20T00:00:00Z");
    private static final int BATCH = 2_000;
    private static final int FEEDERS = 2;

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
    private final int rounds;
    private final Path data;
    private final boolean model;
    private final int deliveries;

    private PipelineBenchmark(Options options) {
        this.shipments = options.number("shipments", 200_000) / 2;
        this.rounds = options.number("rounds", 3);
        this.data = options.path("data", "data-bench");
        this.model = options.has("model");
        this.deliveries = options.number("deliveries", 12_000);
    }

    public static void main(String... arguments) throws Exception {
        new PipelineBenchmark(Options.of(arguments)).run();
    }

    private void run() throws Exception {
        Files.createDirectories(data);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(
                        data.resolve("postgres-" + ProcessHandle.current().pid()))
                .setOverrideWorkingDirectory(data.resolve("postgres-binaries").toFile())
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("checkpoint_timeout", "15min")
                .setLocaleConfig("locale", "C.UTF-8")
                .start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            Path pid = data.resolve("postgres-" + ProcessHandle.current().pid()).resolve("postmaster.pid");
            if (model) {
                start(url).close();
                PastDeliveries.write(url, deliveries, BEGIN);
            }
            try (ConfigurableApplicationContext product = start(url);
                    Database database = new Database(url)) {
                if (model) {
                    learn(product);
                }
                measure(product, database, new Floor(url), pid);
            }
        }
    }

    private static void learn(ConfigurableApplicationContext product) {
        ModelCard.Ended ended =
                product.getBean(WindowModels.class).train("benchmark").join();
        if (ended != ModelCard.Ended.SWITCHED) {
            throw new IllegalStateException("no model to measure with: " + ended);
        }
    }

    private ConfigurableApplicationContext start(String url) {
        return SpringApplication.run(
                Application.class,
                "--server.port=0",
                "--management.server.port=-1",
                "--dochak.database.url=" + url + "&reWriteBatchedInserts=true&prepareThreshold=1",
                "--dochak.database.user=postgres",
                "--dochak.database.password=postgres",
                "--dochak.data=" + data,
                "--dochak.identity.demo=true",
                "--dochak.identity.vault-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "--dochak.clock.mode=DRIVEN",
                "--dochak.clock.start=" + BEGIN.plus(Duration.ofDays(1)));
    }

    private void measure(ConfigurableApplicationContext product, Database database, Floor floor, Path pid)
            throws Exception {
        Tracking tracking = product.getBean(Tracking.class);
        JdbcClient jdbc = product.getBean(JdbcClient.class);
        System.out.printf(
                "registering %,d shipments, two thirds of them promised, windows from %s%n",
                3 * shipments, model ? "a model of %,d deliveries".formatted(deliveries) : "the lane table");
        register(tracking, 0, false);
        promise(jdbc);
        register(tracking, shipments, true);
        register(tracking, 2 * shipments, true);
        settle(database);
        floor.prepare();
        List<Measured> one = new ArrayList<>();
        List<Measured> two = new ArrayList<>();
        List<Measured> plain = new ArrayList<>();
        List<Measured> promised = new ArrayList<>();
        for (int round = -1; round < rounds; round++) {
            boolean warm = round >= 0;
            List<Scan> without = Load.round(0, shipments, round + 1, BEGIN);
            List<Scan> with = Load.round(shipments, shipments, round + 1, BEGIN);
            List<Scan> distinct = Load.distinct(without);
            List<Scan> half = distinct.subList(0, distinct.size() / 2);
            List<Scan> rest = distinct.subList(distinct.size() / 2, distinct.size());
            add(one, warm, "floor, 1 thread     ", of(half.size(), database, pid, () -> floor.copy(half, 1)));
            add(two, warm, "floor, 2 threads    ", of(rest.size(), database, pid, () -> floor.copy(rest, 2)));
            add(plain, warm, "pipeline            ", of(without.size(), database, pid, () -> feed(tracking, without)));
            add(promised, warm, "pipeline, promised  ", of(with.size(), database, pid, () -> feed(tracking, with)));
        }
        List<Scan> pickUps = Load.round(2 * shipments, shipments, 0, BEGIN);
        System.out.println(
                "  pick-ups, promised   " + of(pickUps.size(), database, pid, () -> feed(tracking, pickUps)));
        System.out.printf("%nMedian of %d rounds%n", rounds);
        summary("floor, 1 thread     ", one, one);
        summary("floor, 2 threads    ", two, one);
        summary("pipeline            ", plain, one);
        summary("pipeline, promised  ", promised, one);
    }

    private void register(Tracking tracking, int first, boolean carrying) {
        for (int from = 0; from < shipments; from += 1_000) {
            int begin = first + from;
            tracking.register(IntStream.range(begin, begin + Math.min(1_000, shipments - from))
                    .mapToObj(i -> new RegisterShipment(
                            1,
                            "kr.cjlogistics",
                            Load.number(i),
                            carrying ? List.of(new CarriedOrder(1_000_000_000L + i, List.of())) : List.of(),
                            BEGIN))
                    .toList());
        }
    }

    /** Promises as the product makes them, written at once: making them is not what is measured. */
    private void promise(JdbcClient jdbc) {
        jdbc.sql("""
                insert into promise.promise
                    (tenant_id, order_id, open_lines, person_id, origin, destination, carrier, total_won, confirmed_at,
                     promised_from, promised_to, timed, p10, p50, p90, basis, told_p50, stage, stage_at)
                select 1, 1000000000 + i, 1, 1, '인천', '서울', 'kr.cjlogistics', 40000, :begin::timestamptz,
                       :begin::timestamptz, :begin::timestamptz + interval '3 days', false,
                       :begin::timestamptz + interval '20 hours', :begin::timestamptz + interval '26 hours',
                       :begin::timestamptz + interval '34 hours', 'lane', :begin::timestamptz + interval '26 hours',
                       'ORDERED', :begin::timestamptz
                from generate_series(:first::bigint, :last::bigint) i
                """)
                .param("begin", BEGIN.toString())
                .param("first", shipments)
                .param("last", 3 * shipments - 1)
                .update();
        jdbc.sql("vacuum analyze promise.promise").update();
    }

    private static void settle(Database database) throws Exception {
        while (database.number("select count(*) from event_publication where completion_date is null") > 0) {
            Thread.sleep(200);
        }
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

    private static Measured of(int scans, Database database, Path pid, Work work) throws Exception {
        long wal = wal(database);
        CpuSeconds cpu = CpuSeconds.of(ProcessHandle.current().pid(), pid);
        long begun = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Measured(
                scans,
                seconds,
                CpuSeconds.of(ProcessHandle.current().pid(), pid).since(cpu),
                wal(database) - wal);
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static long wal(Database database) throws SQLException {
        return database.number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
    }

    private static void add(List<Measured> all, boolean warm, String name, Measured measured) {
        if (warm) {
            all.add(measured);
        }
        System.out.println((warm ? "  " : "  (warming up) ") + name + " " + measured);
    }

    private static void summary(String name, List<Measured> all, List<Measured> floor) {
        double[] ratios = IntStream.range(0, all.size())
                .mapToDouble(i -> floor.get(i).cpuMicros() / all.get(i).cpuMicros())
                .toArray();
        double[] speeds = IntStream.range(0, all.size())
                .mapToDouble(i -> all.get(i).perSecond() / floor.get(i).perSecond())
                .toArray();
        System.out.printf(
                "%s %,9.0f scans/s  %6.1f CPU µs/scan  %,6.0f WAL bytes/scan  %.2f of the floor's speed, %.2f by CPU%n",
                name,
                median(all.stream().mapToDouble(Measured::perSecond).toArray()),
                median(all.stream().mapToDouble(Measured::cpuMicros).toArray()),
                median(all.stream().mapToDouble(Measured::wal).toArray()),
                median(speeds),
                median(ratios));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
