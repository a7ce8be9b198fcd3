package kr.dochak.benchmarks.promise;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kr.dochak.benchmarks.Options;
import kr.dochak.promise.learning.LearningSettings;
import kr.dochak.promise.learning.ModelVersion;
import kr.dochak.promise.learning.Quantiles;
import kr.dochak.promise.learning.WindowLearning;

/**
 * Tells a marketplace's past to the learning core in time order, as a live system would have heard it, and writes the
 * window it gave at each order and at each hand-over (PRM-1, PRM-2).
 *
 * <p>{@code --orders FOLDER} the files; {@code --out FILE} gets {@code order_id,stage,made_at,p10,p50,p90}, times as in
 * the files.
 */
public final class EvaluatePromise {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private static final int THREADS = 2;

    /** News comes in this order at the same moment: nobody hears of an outcome before its order. */
    private enum News {
        ORDERED,
        HANDED_OVER,
        DELIVERED
    }

    private record Event(Instant at, News news, PastDelivery delivery) {}

    private final WindowLearning learning =
            new WindowLearning(LearningSettings.usual(ZoneOffset.UTC, BrazilianHolidays::isClosed));
    private final BufferedWriter out;
    private int written;
    private int trainings;

    private EvaluatePromise(BufferedWriter out) {
        this.out = out;
    }

    /** Ends with 2 and a sentence when a file or column is missing. */
    public static void main(String... arguments) throws IOException {
        try {
            run(Options.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void run(Options options) throws IOException {
        Path folder = Path.of(options.required("orders"));
        Path file = Path.of(options.required("out"));
        long started = System.nanoTime();
        List<PastDelivery> orders = Marketplace.read(folder);
        System.out.printf("%,d orders read%n", orders.size());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            EvaluatePromise evaluation = new EvaluatePromise(out);
            evaluation.play(orders);
            evaluation.learning.close();
            System.out.printf(
                    "%,d windows in %s, %d trainings, %d s%n",
                    evaluation.written, file, evaluation.trainings, (System.nanoTime() - started) / 1_000_000_000);
        }
    }

    private void play(List<PastDelivery> orders) throws IOException {
        out.write("order_id,stage,made_at,p10,p50,p90\n");
        String month = "";
        for (Event event : events(orders)) {
            String now = TIME.format(local(event.at)).substring(0, "yyyy-MM".length());
            if (!now.equals(month)) {
                month = now;
                System.out.printf("%s  %,d windows, %d trainings%n", month, written, trainings);
            }
            learnIfDue(event.at);
            hear(event);
        }
    }

    private static List<Event> events(List<PastDelivery> orders) {
        List<Event> events = new ArrayList<>();
        for (PastDelivery order : orders) {
            Instant handedOver = order.handedOverAt();
            Instant delivered = order.deliveredAt();
            events.add(new Event(order.consignment().knownAt(), News.ORDERED, order));
            if (handedOver != null) {
                events.add(new Event(handedOver, News.HANDED_OVER, order));
            }
            if (delivered != null) {
                events.add(new Event(delivered, News.DELIVERED, order));
            }
        }
        events.sort(Comparator.comparing(Event::at).thenComparing(Event::news));
        return events;
    }

    private void learnIfDue(Instant now) {
        if (learning.isTrainingDue(now)) {
            learning.use(ModelVersion.learn(learning.trainingSet(now), THREADS));
            trainings++;
        }
    }

    private void hear(Event event) throws IOException {
        String id = event.delivery.consignment().id();
        switch (event.news) {
            case ORDERED -> write(id, "purchase", event.at, learning.ordered(event.delivery.consignment(), event.at));
            case HANDED_OVER -> {
                var window = learning.handedOver(id, event.at);
                if (window.isPresent()) {
                    write(id, "handover", event.at, window.get());
                }
            }
            case DELIVERED -> learning.delivered(id, event.at);
        }
    }

    private void write(String id, String stage, Instant at, Quantiles window) throws IOException {
        written++;
        out.write(String.join(
                ",",
                id,
                stage,
                TIME.format(local(at)),
                TIME.format(local(at.plus(window.p10()))),
                TIME.format(local(at.plus(window.p50()))),
                TIME.format(local(at.plus(window.p90())))));
        out.newLine();
    }

    private static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
