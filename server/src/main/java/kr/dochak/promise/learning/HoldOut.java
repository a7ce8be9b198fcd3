package kr.dochak.promise.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.promise.learning.features.Journey;

/**
 * The latest tenth of what was delivered, at most two weeks of it: a candidate does not learn from it, so that models can be
 * compared on it (PRM-5). Windows are the models' own, before calibration.
 */
public final class HoldOut {

    private static final double SHARE = .1;
    private static final double MOST_DAYS = 14;
    private static final double SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

    /**
     * A window as a model would have given it.
     *
     * @param atHandover told when the carrier took it, not at its order
     */
    public record Predicted(String id, boolean atHandover, Instant at, Quantiles left) {}

    private final TrainingSet all;
    private final double cut;

    public HoldOut(TrainingSet all) {
        this.all = all;
        double[] ends = all.fromOrder().examples().stream()
                .mapToDouble(HoldOut::end)
                .sorted()
                .toArray();
        double now = Journey.day(all.at());
        double latest = ends.length == 0 ? now : LaneHistory.quantile(ends, 1 - SHARE);
        this.cut = Math.max(latest, now - MOST_DAYS);
    }

    private static double end(Example example) {
        return example.endedAt();
    }

    /** When the first window to be learned from was shown; the cut where there is none. */
    public Instant from() {
        return moment(all.fromOrder().examples().stream()
                .mapToDouble(Example::madeAt)
                .min()
                .orElse(cut));
    }

    /** What was delivered later is held out. */
    public Instant cut() {
        return moment(cut);
    }

    private static Instant moment(double day) {
        return Instant.ofEpochSecond(Math.round(day * SECONDS_PER_DAY));
    }

    /** What is left to learn from, as it stood at the cut. */
    public TrainingSet rest() {
        return new TrainingSet(cut(), rest(all.fromOrder()), rest(all.fromHandover()));
    }

    private TrainingSet.Stage rest(TrainingSet.Stage stage) {
        List<Example> rest =
                stage.examples().stream().filter(e -> end(e) <= cut).toList();
        double first = rest.stream().mapToDouble(Example::madeAt).min().orElse(cut);
        return new TrainingSet.Stage(rest, cut - first, stage.former());
    }

    /** The windows a model would have given for the deliveries held out; none for a stage it has no model of. */
    public List<Predicted> predicted(ModelVersion version) {
        List<Predicted> predicted = new ArrayList<>();
        Basis basis = new Basis.Model(version.deliveries());
        add(predicted, false, version.fromOrder(), all.fromOrder(), basis);
        add(predicted, true, version.fromHandover(), all.fromHandover(), basis);
        return predicted;
    }

    private void add(
            List<Predicted> predicted,
            boolean atHandover,
            ModelVersion.Stage texts,
            TrainingSet.Stage stage,
            Basis basis) {
        if (texts.texts().isEmpty()) {
            return;
        }
        try (Boosting model = Boosting.read(texts.texts())) {
            for (Example example : stage.examples()) {
                if (end(example) > cut) {
                    Quantiles left = Quantiles.of(model.predict(example.row()), basis);
                    predicted.add(new Predicted(example.id(), atHandover, moment(example.madeAt()), left));
                }
            }
        }
    }
}
