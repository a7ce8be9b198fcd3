package kr.dochak.benchmarks.promise;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import kr.dochak.Application;
import kr.dochak.benchmarks.Options;
import kr.dochak.benchmarks.server.CpuSeconds;
import kr.dochak.benchmarks.server.PastDeliveries;
import kr.dochak.promise.ModelCard;
import kr.dochak.promise.WindowModels;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long the product itself takes to learn a model: reading two months of deliveries back after a start, then a training
 * with its comparison on what was held out. Beside it the same with a tenth of the deliveries.
 *
 * <p>{@code --deliveries N}, {@code --data FOLDER}.
 */
public final class TrainingBenchmark {

    private static final Instant BEGIN = Instant.parse("2026-11-20T00:00:00Z");

    private final Path data;

    private TrainingBenchmark(Options options) {
        this.data = options.path("data", "data-bench");
    }

    public static void main(String... arguments) throws Exception {
        Options options = Options.of(arguments);
        int deliveries = options.number("deliveries", 1_000_000);
        TrainingBenchmark benchmark = new TrainingBenchmark(options);
        double tenth = benchmark.measure(deliveries / 10);
        double all = benchmark.measure(deliveries);
        System.out.printf("ten times the deliveries took %.1f times the CPU%n", all / tenth);
    }

    /** CPU seconds of the training. */
    private double measure(int deliveries) throws Exception {
        Files.createDirectories(data);
        Path folder = data.resolve(
                "postgres-" + deliveries + "-" + ProcessHandle.current().pid());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setOverrideWorkingDirectory(data.resolve("postgres-binaries").toFile())
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .setLocaleConfig("locale", "C.UTF-8")
                .start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            start(url, false).close();
            PastDeliveries.write(url, deliveries, BEGIN);
            return learn(url, deliveries, folder.resolve("postmaster.pid"));
        }
    }

    private double learn(String url, int deliveries, Path pid) throws Exception {
        long self = ProcessHandle.current().pid();
        CpuSeconds begun = CpuSeconds.of(self, pid);
        long start = System.nanoTime();
        try (ConfigurableApplicationContext product = start(url, true)) {
            WindowModels models = product.getBean(WindowModels.class);
            while (!models.card().ready()) {
                Thread.sleep(100);
            }
            CpuSeconds told = CpuSeconds.of(self, pid);
            System.out.printf(
                    "%,d deliveries told again with the start: %.0f s, %.0f CPU s%n",
                    deliveries, since(start), told.since(begun).total());
            long training = System.nanoTime();
            ModelCard.Ended ended = models.train("benchmark").join();
            double cpu = CpuSeconds.of(self, pid).since(told).total();
            System.out.printf(
                    "%,d deliveries learned and compared: %.0f s, %.0f CPU s, %s; heap in use %,d MB%n",
                    deliveries,
                    since(training),
                    cpu,
                    ended,
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
            return cpu;
        }
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private ConfigurableApplicationContext start(String url, boolean learning) {
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
                "--dochak.promise.models=" + learning,
                "--dochak.clock.mode=DRIVEN",
                "--dochak.clock.start=" + BEGIN.plus(Duration.ofHours(1)));
    }
}
