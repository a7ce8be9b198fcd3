package kr.dochak.promise.learning;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Learns from a stream of news, told in time order, and gives windows from what it was told so far and from nothing else
 * (PRM-1, PRM-2, PRM-5). Trains by itself when enough is new. Not for use by several threads at once.
 */
public final class WindowLearning implements WindowModel, AutoCloseable {

    private static final Spread UNKNOWN_FROM_ORDER = new Spread(3, 8, 20);
    private static final Spread UNKNOWN_FROM_HANDOVER = new Spread(2, 6, 15);

    private final Memory memory;
    private final StageLearning fromOrder;
    private final StageLearning fromHandover;

    public WindowLearning(LearningSettings settings) {
        memory = Memory.of(new Week(settings.zone(), settings.closed()));
        fromOrder = new StageLearning(settings, UNKNOWN_FROM_ORDER);
        fromHandover = new StageLearning(settings, UNKNOWN_FROM_HANDOVER);
    }

    /** An order became known; the window it is told. */
    public Quantiles ordered(Consignment consignment, Instant at) {
        double now = Journey.day(at);
        trainIfDue(now);
        Journey journey = memory.ordered(consignment, now);
        return fromOrder.tell(journey, memory.describe(journey, now), now);
    }

    /** A carrier has it; the window from now. Empty when no such delivery is under way, or it was handed over before. */
    public Optional<Quantiles> handedOver(String id, Instant at) {
        double now = Journey.day(at);
        Journey journey = memory.handedOver(id, now);
        return Optional.ofNullable(journey).map(j -> fromHandover.tell(j, memory.describe(j, now), now));
    }

    /** It arrived. What is not under way is passed over. */
    public void delivered(String id, Instant at) {
        double now = Journey.day(at);
        @Nullable Journey journey = memory.delivered(id, now);
        if (journey != null) {
            fromOrder.ended(journey, now);
            fromHandover.ended(journey, now);
        }
    }

    /** It will not arrive: cancelled or lost. */
    public void dropped(String id) {
        @Nullable Journey journey = memory.dropped(id);
        if (journey != null) {
            fromOrder.dropped(journey);
            fromHandover.dropped(journey);
        }
    }

    @Override
    public Quantiles remaining(Known known, Instant now) {
        double at = Journey.day(now);
        Journey journey =
                new Journey(known.consignment(), Journey.day(known.consignment().knownAt()));
        Instant handedOver = known.handedOverAt();
        if (handedOver != null) {
            journey.handOver(Journey.day(handedOver));
        }
        return (handedOver == null ? fromOrder : fromHandover).answer(journey, memory.describe(journey, at), at);
    }

    /** How often a model was trained. */
    public int trainings() {
        return fromOrder.trainings() + fromHandover.trainings();
    }

    private void trainIfDue(double now) {
        if (!NativeLibrary.isHere()) {
            return;
        }
        if (fromOrder.isTrainingDue(now)) {
            fromOrder.train(now);
        }
        if (fromHandover.isTrainingDue(now)) {
            fromHandover.train(now);
        }
    }

    @Override
    public void close() {
        fromOrder.close();
        fromHandover.close();
    }
}
