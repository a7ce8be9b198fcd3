package kr.dochak.promise.learning;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import kr.dochak.promise.learning.features.AreaSignals;
import kr.dochak.promise.learning.features.Consignment;
import kr.dochak.promise.learning.features.Journey;
import kr.dochak.promise.learning.features.Memory;
import kr.dochak.promise.learning.features.OpenTime;
import kr.dochak.promise.learning.features.Week;
import org.jspecify.annotations.Nullable;

/**
 * Observes deliveries in time order and gives windows from what it observed so far and from nothing else (PRM-1, PRM-2,
 * PRM-5); of one moment orders come first, then hand-overs, then deliveries. Without a model, or without LightGBM, windows
 * come from the lane table, and their basis shows it.
 *
 * <p>Many threads may ask while one observes. Training is apart, since it takes long: {@code
 * learning.use(ModelVersion.learn(learning.trainingSet(now), threads))}.
 */
public final class WindowLearning implements WindowModel, AutoCloseable {

    private static final Spread UNKNOWN_FROM_ORDER = new Spread(3, 8, 20);
    private static final Spread UNKNOWN_FROM_HANDOVER = new Spread(2, 6, 15);

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final OpenTime openTime;
    private final Memory memory;
    private final StageLearning fromOrder;
    private final StageLearning fromHandover;

    public WindowLearning(LearningSettings settings) {
        this(settings, null);
    }

    /** @param areas what is known of warnings of areas; null where nobody tells of any */
    public WindowLearning(LearningSettings settings, @Nullable AreaSignals areas) {
        openTime = settings.openTime();
        memory = Memory.of(new Week(settings.zone(), settings.closed()), openTime, areas);
        fromOrder = new StageLearning(settings, UNKNOWN_FROM_ORDER);
        fromHandover = new StageLearning(settings, UNKNOWN_FROM_HANDOVER);
    }

    /** An order became known; the answer is its window. */
    public Quantiles ordered(Consignment consignment, Instant at) {
        double now = Journey.day(at);
        return alone(() -> {
            Journey journey = memory.ordered(consignment, now);
            return fromOrder.tell(journey, memory.describe(journey, now), now);
        });
    }

    /** A carrier has it; the window from now. Empty when no such delivery is under way, or it was handed over before. */
    public Optional<Quantiles> handedOver(String id, Instant at) {
        double now = Journey.day(at);
        return alone(() -> memory.handedOver(id, now)
                .map(journey -> fromHandover.tell(journey, memory.describe(journey, now), now)));
    }

    /** It arrived. What is not under way is passed over. */
    public void delivered(String id, Instant at) {
        double now = Journey.day(at);
        alone(() -> memory.delivered(id, now).map(journey -> {
            fromOrder.ended(journey, now);
            fromHandover.ended(journey, now);
            return journey;
        }));
    }

    /** It will not arrive: cancelled or lost. */
    public void dropped(String id) {
        alone(() -> memory.dropped(id).map(journey -> {
            fromOrder.dropped(journey);
            fromHandover.dropped(journey);
            return journey;
        }));
    }

    @Override
    public Quantiles remaining(Progress known, Instant now) {
        Consignment consignment = known.consignment();
        Journey journey = new Journey(consignment, Journey.day(consignment.knownAt()), openTime);
        Instant handedOver = known.handedOverAt();
        if (handedOver != null) {
            journey.handOver(Journey.day(handedOver));
        }
        double elapsed = Math.max(0, journey.took(journey.since(), Journey.day(now)));
        StageLearning stage = handedOver == null ? fromOrder : fromHandover;
        lock.readLock().lock();
        try {
            return stage.answer(journey, memory.describe(journey, journey.since()), elapsed);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Whether enough is new since the last training set was taken; never where LightGBM cannot be loaded. */
    public boolean isTrainingDue(Instant now) {
        return NativeLibrary.isHere() && fromOrder.isTrainingDue(Journey.day(now));
    }

    /** A copy of what had been delivered by now. */
    public TrainingSet trainingSet(Instant now) {
        double day = Journey.day(now);
        return alone(() -> new TrainingSet(now, fromOrder.trainingSet(day), fromHandover.trainingSet(day)));
    }

    /** Switches to a model, or back to an older one. */
    public void use(ModelVersion version) {
        alone(() -> {
            fromOrder.use(version.fromOrder());
            fromHandover.use(version.fromHandover());
            return version;
        });
    }

    private <T> T alone(Supplier<T> action) {
        lock.writeLock().lock();
        try {
            return action.get();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Gives the models' memory back. */
    @Override
    public void close() {
        alone(() -> {
            fromOrder.close();
            fromHandover.close();
            return this;
        });
    }
}
