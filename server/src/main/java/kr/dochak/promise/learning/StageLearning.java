package kr.dochak.promise.learning;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.promise.learning.features.Journey;
import kr.dochak.promise.learning.features.Memory;
import org.jspecify.annotations.Nullable;

/** What is learned for windows of one stage: examples, the model of them, its calibration, the lane table beneath. */
final class StageLearning implements AutoCloseable {

    private record OpenExample(float[] row, double at) {}

    private final LearningSettings settings;
    private final LaneHistory lanes;
    private final Calibration calibration;
    private final Map<String, OpenExample> open = new HashMap<>();
    private final Deque<Example> examples = new ArrayDeque<>();
    private @Nullable Boosting model;
    private List<String> newest = List.of();
    private int learnedFrom;
    private int newExamples;
    private double trainedAt = Double.NEGATIVE_INFINITY;

    StageLearning(LearningSettings settings, Spread unknown) {
        this.settings = settings;
        this.lanes = new LaneHistory(unknown);
        this.calibration = new Calibration(settings.shownEnds());
    }

    /** A window, and from now on its outcome is waited for. */
    Quantiles tell(Journey journey, float[] row, double now) {
        LaneHistory.Answer raw = raw(journey, row);
        String id = journey.consignment().id();
        open.put(id, new OpenExample(row, now));
        return Quantiles.of(calibration.tell(journey, raw.spread(), now), raw.basis());
    }

    /** What is left, after some time has passed, of the window that would have been shown; nothing is stored. */
    Quantiles answer(Journey journey, float[] row, double elapsed) {
        LaneHistory.Answer raw = raw(journey, row);
        return Quantiles.of(calibration.read(journey, raw.spread()).after(elapsed), raw.basis());
    }

    private LaneHistory.Answer raw(Journey journey, float[] row) {
        return model == null
                ? lanes.of(journey)
                : new LaneHistory.Answer(model.predict(row), new Basis.Model(learnedFrom));
    }

    void ended(Journey journey, double at) {
        String id = journey.consignment().id();
        OpenExample begun = open.remove(id);
        calibration.ended(id, at);
        if (begun != null && at > begun.at) {
            double days = journey.took(begun.at, at);
            lanes.add(journey, days);
            examples.add(new Example(id, begun.row, begun.at, at, days));
            newExamples++;
        }
    }

    void dropped(Journey journey) {
        open.remove(journey.consignment().id());
        calibration.dropped(journey.consignment().id());
    }

    boolean isTrainingDue(double now) {
        if (examples.size() < settings.leastExamples().getAsInt()) {
            return false;
        }
        boolean grown =
                newExamples >= Math.max(settings.leastExamples().getAsInt(), settings.retrainShare() * examples.size());
        boolean old = now - trainedAt >= settings.retrainDays()
                && newExamples >= settings.leastExamples().getAsInt() / 5;
        return model == null || grown || old;
    }

    /** A copy of what there is to learn from; from now on new examples are counted anew. */
    TrainingSet.Stage trainingSet(double now) {
        examples.removeIf(example -> example.madeAt() < now - settings.historyDays());
        open.values().removeIf(begun -> begun.at < now - Memory.FORGET_AFTER_DAYS);
        double first = examples.stream().mapToDouble(Example::madeAt).min().orElse(now);
        boolean enough = examples.size() >= settings.leastExamples().getAsInt();
        newExamples = 0;
        trainedAt = now;
        return new TrainingSet.Stage(enough ? List.copyOf(examples) : List.of(), now - first, newest);
    }

    /** From now on windows come from this model; without one, from the lane table. */
    void use(ModelVersion.Stage version) {
        close();
        model = version.texts().isEmpty() ? null : Boosting.read(version.texts());
        newest = version.newest();
        learnedFrom = version.deliveries();
        calibration.use(learnedFrom);
    }

    @Override
    public void close() {
        if (model != null) {
            model.close();
            model = null;
        }
    }
}
