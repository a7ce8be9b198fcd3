package kr.dochak.promise.models;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kr.dochak.promise.learning.HoldOut;
import kr.dochak.promise.learning.ModelVersion;
import kr.dochak.promise.models.ModelCard.Ended;
import kr.dochak.promise.models.ModelCard.Progress;
import kr.dochak.promise.models.ModelCard.Step;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import kr.dochak.time.WorldClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Learns models (PRM-5): looks once a day whether one is due, learns on a thread of its own, compares it with what is in use
 * on deliveries it has not learned from, and switches to it only by {@link SwitchRule}.
 */
@Component
class Training implements Ticking, DisposableBean {

    static final AskedBy BY_ITSELF = new AskedBy.Program("");

    private static final Logger log = LoggerFactory.getLogger(Training.class);
    private static final Cadence CADENCE = Cadence.every(Duration.ofDays(1)).awaited();
    private static final int THREADS = 1;

    private final ModelLife life;
    private final LearnedWindows learned;
    private final ModelRepository models;
    private final ModelTrials trials;
    private final ModelGate gate;
    private final WorldClock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("training").daemon().factory());
    private @Nullable CompletableFuture<Ended> running;
    private volatile @Nullable Progress progress;
    private volatile @Nullable Ended last;
    private volatile boolean lookedBefore;

    Training(
            ModelLife life,
            LearnedWindows learned,
            ModelRepository models,
            ModelTrials trials,
            ModelGate gate,
            WorldClock clock) {
        this.life = life;
        this.learned = learned;
        this.models = models;
        this.trials = trials;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    /** A driven world waits for the past and for the model, so that every run of it is the same. */
    @Override
    public boolean isReady() {
        if (clock.mode() == WorldClock.Mode.DRIVEN) {
            life.ready().join();
        }
        return life.state().isReady();
    }

    /** The first look after a start trains nothing: a restart is no reason to. */
    @Override
    public boolean tick(Instant now) {
        boolean first = !lookedBefore;
        lookedBefore = true;
        learned.refresh();
        if (!first && learned.isTrainingDue(now)) {
            CompletableFuture<Ended> training = begin(now, BY_ITSELF);
            if (clock.mode() == WorldClock.Mode.DRIVEN) {
                training.join();
            }
        }
        return false;
    }

    Optional<Progress> progress() {
        return Optional.ofNullable(progress);
    }

    Optional<Ended> last() {
        return Optional.ofNullable(last);
    }

    /**
     * Begins a training; the one that is under way, if any, is what comes back then. Without a memory there is nothing to learn
     * from.
     */
    synchronized CompletableFuture<Ended> begin(Instant now, AskedBy by) {
        if (running != null && !running.isDone()) {
            return running;
        }
        if (!life.move(ModelLife.Step.TRAINING_BEGAN)) {
            return CompletableFuture.completedFuture(Ended.TOO_FEW);
        }
        progress = new Progress(Step.GATHERING, 0, now);
        running = CompletableFuture.supplyAsync(() -> run(now, by), thread);
        return running;
    }

    private Ended run(Instant now, AskedBy by) {
        Ended ended = Ended.FAILED;
        try {
            ended = learn(now, by);
        } catch (RuntimeException e) { // what is in use stays in use; tomorrow it is tried again
            log.error("no model could be learned", e);
        }
        last = ended;
        progress = null;
        life.move(ModelLife.Step.TRAINING_ENDED);
        return ended;
    }

    private Ended learn(Instant now, AskedBy by) {
        HoldOut holdOut = new HoldOut(learned.trainingSet(now));
        int deliveries = holdOut.rest().deliveries();
        if (deliveries == 0) {
            return Ended.TOO_FEW;
        }
        progress = new Progress(Step.LEARNING, deliveries, now);
        ModelVersion candidate = ModelVersion.learn(holdOut.rest(), THREADS);
        progress = new Progress(Step.COMPARING, deliveries, now);
        ModelComparison figures = trials.compare(holdOut, candidate);
        int id = models.insert(candidate, now, holdOut.from(), holdOut.cut(), figures, SwitchRule.reason(figures));
        return decide(id, candidate, figures, by);
    }

    Ended decide(int id, ModelVersion candidate, ModelComparison figures, AskedBy by) {
        if (SwitchRule.against(figures).isPresent()) {
            models.reject(id);
            log.info("model {} is not used: {}", id, SwitchRule.reason(figures));
            return Ended.REJECTED;
        }
        if (gate.approvers() > 0) {
            gate.ask(id, figures, by, clock.instant());
            log.info("model {} waits for approval: {}", id, SwitchRule.reason(figures));
            return Ended.WAITING;
        }
        switchTo(id, candidate, by);
        log.info(
                "windows come from model {} of {} deliveries: {}",
                id,
                candidate.deliveries(),
                SwitchRule.reason(figures));
        return Ended.SWITCHED;
    }

    /** One at a time, so that the database and the memory agree on which was the last. */
    synchronized boolean switchTo(int id, ModelVersion version, AskedBy by) {
        boolean used = models.use(id, clock.instant(), by);
        if (used) {
            learned.use(id, version);
        }
        return used;
    }

    /** In the caller's transaction; the memory follows after its commit. */
    boolean note(int id, AskedBy by) {
        return models.use(id, clock.instant(), by);
    }

    /** The memory uses what the database has in use. */
    synchronized void follow() {
        models.used()
                .filter(id -> learned.inUse().map(basis -> basis.model() != id).orElse(true))
                .ifPresent(id -> learned.use(id, models.version(id)));
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
