package kr.dochak.promise.learning;

import java.time.Instant;
import java.util.List;

/**
 * What a model is learned from: deliveries that had ended by a moment, each with what was known when its window was shown.
 */
public final class TrainingSet {

    /**
     * What one stage is learned from.
     *
     * @param window over how many days the examples were made
     * @param former the models of the training before, which go on beside the new ones
     */
    record Stage(List<Example> examples, double window, List<String> former) {}

    private final Instant at;
    private final Stage fromOrder;
    private final Stage fromHandover;

    TrainingSet(Instant at, Stage fromOrder, Stage fromHandover) {
        this.at = at;
        this.fromOrder = fromOrder;
        this.fromHandover = fromHandover;
    }

    /** How many deliveries it holds. */
    public int deliveries() {
        return fromOrder.examples.size();
    }

    Instant at() {
        return at;
    }

    Stage fromOrder() {
        return fromOrder;
    }

    Stage fromHandover() {
        return fromHandover;
    }
}
