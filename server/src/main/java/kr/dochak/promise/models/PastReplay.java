package kr.dochak.promise.models;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.function.Consumer;
import kr.dochak.database.Sql;
import kr.dochak.promise.models.ModelLife.Step;
import kr.dochak.promise.windows.PromiseSettings;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PromiseId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replays the last half year to the models' memory after a start, in the background: observations in time order, and at their
 * moments the trainings and the switches from one model to another. So it ends up as it was before the stop.
 */
@Component
class PastReplay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PastReplay.class);
    private static final int AT_ONCE = 1_000;

    /** Something that was done to the memory at a moment. */
    private record Change(Instant at, Runnable action) {}

    private final ModelLife life;
    private final LearnedWindows learned;
    private final ModelRepository models;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final PromiseSettings settings;
    private final InstantSource clock;
    private volatile @Nullable Thread thread;

    PastReplay(
            ModelLife life,
            LearnedWindows learned,
            ModelRepository models,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            PromiseSettings settings,
            InstantSource clock) {
        this.life = life;
        this.learned = learned;
        this.models = models;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (life.move(Step.REPLAY_BEGAN)) {
            thread = Thread.ofPlatform().name("past-replay").daemon().start(this::replay);
        }
    }

    private void replay() {
        try {
            replay(clock.instant());
        } catch (RuntimeException e) { // the lane table serves until the next start
            life.move(Step.GAVE_UP);
            if (!Thread.currentThread().isInterrupted()) {
                log.error("the past could not be replayed, so windows come from the lane table", e);
            }
        }
    }

    private void replay(Instant now) {
        Instant from = now.minus(settings.retell());
        Deque<Change> changes = changes();
        int[] replayed = new int[1];
        transaction.executeWithoutResult(status -> {
            learned.begin(firstPromise(from));
            each(from, observation -> {
                take(changes, observation.at());
                learned.observe(observation);
                replayed[0]++;
            });
        });
        take(changes, Instant.MAX);
        life.move(Step.CAUGHT_UP);
        log.info("{} observations replayed", replayed[0]);
    }

    private Deque<Change> changes() {
        Deque<Change> changes = new ArrayDeque<>();
        java.util.stream.Stream.concat(
                        models.trainings().stream().map(at -> new Change(at, () -> learned.trainingSet(at))),
                        models.uses().stream()
                                .map(use -> new Change(
                                        use.at(), () -> learned.use(use.model(), models.version(use.model())))))
                .sorted(Comparator.comparing(Change::at))
                .forEach(changes::add);
        return changes;
    }

    /** What was done before this; observations of the same moment had been passed on by then. */
    private static void take(Deque<Change> changes, Instant until) {
        while (!changes.isEmpty() && changes.getFirst().at().isBefore(until)) {
            changes.removeFirst().action().run();
        }
    }

    private long firstPromise(Instant from) {
        Long first = jdbc.queryForObject(
                "select coalesce(min(id), 0) from promise.promise where confirmed_at >= ?", Long.class, Sql.at(from));
        return first == null ? 0 : first;
    }

    private void each(Instant from, Consumer<Observation> observe) {
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement("""
                            select n.kind, n.at, p.id, p.tenant_id, p.carrier, p.origin, p.destination, p.confirmed_at
                            from promise.promise p
                            cross join lateral (values
                                (0, p.confirmed_at),
                                (1, p.picked_up_at),
                                (case when p.delivered_at is null or promise.on_customers_day(p.basis) then 3 else 2 end,
                                 case when p.delivered_at is null or promise.on_customers_day(p.basis) then p.settled_at
                                      else p.delivered_at end)) as n (kind, at)
                            where p.confirmed_at >= ? and not p.timed and p.carrier not in ('*', 'test.dochak') and n.at is not null
                            order by n.at, n.kind, p.id
                            """);
                    statement.setObject(1, Sql.at(from));
                    statement.setFetchSize(AT_ONCE);
                    return statement;
                },
                row -> {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new IllegalStateException("stopped");
                    }
                    observe.accept(observation(row));
                });
    }

    private static Observation observation(ResultSet row) throws SQLException {
        return new Observation(
                Observation.Kind.values()[row.getInt("kind")],
                Sql.moment(row, "at"),
                new Observation.Parcel(
                        new PromiseId(row.getLong("id")),
                        new MallId(row.getLong("tenant_id")),
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
