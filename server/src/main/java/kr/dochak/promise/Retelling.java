package kr.dochak.promise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.function.Consumer;
import kr.dochak.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the models' memory the last half year again after a start, in the background: what became known, in time order, and
 * at their moments the trainings and the switches from one model to another. So it ends up as it was before the stop.
 */
@Component
class Retelling implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Retelling.class);
    private static final int AT_ONCE = 1_000;

    /** Something that was done to the memory at a moment. */
    private record Step(Instant at, Runnable action) {}

    private final LearnedWindows learned;
    private final ModelRepository models;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final PromiseSettings settings;
    private final InstantSource clock;
    private volatile @Nullable Thread thread;

    Retelling(
            LearnedWindows learned,
            ModelRepository models,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            PromiseSettings settings,
            InstantSource clock) {
        this.learned = learned;
        this.models = models;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (learned.isLearning()) {
            thread = Thread.ofPlatform().name("retelling").daemon().start(this::retell);
        } else {
            learned.giveUp();
        }
    }

    private void retell() {
        try {
            retell(clock.instant());
        } catch (RuntimeException e) { // the lane table serves until the next start
            learned.giveUp();
            if (!Thread.currentThread().isInterrupted()) {
                log.error("the past could not be told again, so windows come from the lane table", e);
            }
        }
    }

    private void retell(Instant now) {
        Instant from = now.minus(settings.retell());
        Deque<Step> steps = steps();
        int[] heard = new int[1];
        transaction.executeWithoutResult(status -> {
            learned.begin(firstPromise(from));
            each(from, news -> {
                take(steps, news.at());
                learned.hear(news);
                heard[0]++;
            });
        });
        take(steps, Instant.MAX);
        learned.caughtUp();
        log.info("{} pieces of news told again", heard[0]);
    }

    private Deque<Step> steps() {
        Deque<Step> steps = new ArrayDeque<>();
        java.util.stream.Stream.concat(
                        models.trainings().stream().map(at -> new Step(at, () -> learned.trainingSet(at))),
                        models.uses().stream()
                                .map(use -> new Step(
                                        use.at(), () -> learned.use(use.model(), models.version(use.model())))))
                .sorted(Comparator.comparing(Step::at))
                .forEach(steps::add);
        return steps;
    }

    /** What was done before this; news of the same moment had been heard by then. */
    private static void take(Deque<Step> steps, Instant until) {
        while (!steps.isEmpty() && steps.getFirst().at().isBefore(until)) {
            steps.removeFirst().action().run();
        }
    }

    private long firstPromise(Instant from) {
        Long first = jdbc.queryForObject(
                "select coalesce(min(id), 0) from promise.promise where confirmed_at >= ?", Long.class, Sql.at(from));
        return first == null ? 0 : first;
    }

    private void each(Instant from, Consumer<News> hear) {
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement("""
                            select n.kind, n.at, p.id, p.tenant_id, p.carrier, p.origin, p.destination, p.confirmed_at
                            from promise.promise p
                            cross join lateral (values
                                (0, p.confirmed_at),
                                (1, p.picked_up_at),
                                (case when p.delivered_at is null or p.basis = ? then 3 else 2 end,
                                 case when p.delivered_at is null or p.basis = ? then p.settled_at
                                      else p.delivered_at end)) as n (kind, at)
                            where p.confirmed_at >= ? and not p.timed and p.carrier <> '*' and n.at is not null
                            order by n.at, n.kind, p.id
                            """);
                    statement.setString(1, Window.CUSTOMERS_DAY);
                    statement.setString(2, Window.CUSTOMERS_DAY);
                    statement.setObject(3, Sql.at(from));
                    statement.setFetchSize(AT_ONCE);
                    return statement;
                },
                row -> {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new IllegalStateException("stopped");
                    }
                    hear.accept(news(row));
                });
    }

    private static News news(ResultSet row) throws SQLException {
        return new News(
                News.Kind.values()[row.getInt("kind")],
                Sql.moment(row, "at"),
                new News.Parcel(
                        row.getLong("id"),
                        row.getLong("tenant_id"),
                        row.getString("carrier"),
                        row.getString("origin"),
                        row.getString("destination"),
                        Sql.moment(row, "confirmed_at")));
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
