package kr.dochak.benchmarks.promise;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import kr.dochak.benchmarks.Options;
import kr.dochak.benchmarks.server.CpuSeconds;
import kr.dochak.benchmarks.server.InProcess;
import kr.dochak.benchmarks.server.PastDeliveries;
import kr.dochak.promise.models.AskedBy;
import kr.dochak.promise.models.ModelCard;
import kr.dochak.promise.models.WindowModels;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long the product itself takes to learn a model: reading two months of deliveries back after a start, then a training
 * with its comparison on what was held out. Beside it the same with a tenth of the deliveries.
 *
 * <p>{@code --deliveries N}, {@code --data FOLDER}.
 */
public final class TrainingBenchmark {

    private static final Instant BEGIN = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant NOW = BEGIN.plus(Duration.ofHours(1));

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
        Map<String, String> settings = Map.of("shared_buffers", "512MB", "max_wal_size", "4GB");
        try (InProcess place = InProcess.of(data, "" + deliveries, settings)) {
            place.product(NOW, false).close();
            PastDeliveries.write(place.databaseUrl(), deliveries, BEGIN);
            return learn(place, deliveries);
        }
    }

    private static double learn(InProcess place, int deliveries) throws Exception {
        CpuSeconds begun = place.cpu();
        long start = System.nanoTime();
        try (ConfigurableApplicationContext product = place.product(NOW, true)) {
            WindowModels models = product.getBean(WindowModels.class);
            while (!models.card().ready()) {
                Thread.sleep(100);
            }
            CpuSeconds told = place.cpu();
            System.out.printf(
                    "%,d deliveries told again with the start: %.0f s, %.0f CPU s%n",
                    deliveries, since(start), told.since(begun).total());
            long training = System.nanoTime();
            ModelCard.Ended ended =
                    models.train(new AskedBy.Program("benchmark")).join();
            double cpu = place.cpu().since(told).total();
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
}
