package kr.dochak.promise.learning;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Three boosted quantile models over one set of examples. Models are small enough to be kept as text. */
final class Boosting implements AutoCloseable {

    private static final int ROUNDS = 120;
    private static final double LONGEST_DAYS = 60;
    private static final double MOST_WEIGHT = 5;
    /** Always one thread: with more, the library's threads wait for each other most of the time. */
    private static final String COMMON = "num_threads=1 verbosity=-1 max_bin=63 min_data_in_leaf=50"
            + " feature_pre_filter=false deterministic=true force_col_wise=true seed=7";

    private static final String LEARNING = " learning_rate=0.06 num_leaves=31 feature_fraction=0.5"
            + " bagging_fraction=0.7 bagging_freq=1 lambda_l2=5 objective=quantile alpha=";

    private final LGBMBooster early;
    private final LGBMBooster middle;
    private final LGBMBooster late;

    private Boosting(LGBMBooster early, LGBMBooster middle, LGBMBooster late) {
        this.early = early;
        this.middle = middle;
        this.late = late;
    }

    /**
     * Learns from examples made within the {@code window} days before now. Short ones made lately are there, long ones are
     * still under way; so each weighs as many as had the chance to be seen (inverse probability of censoring).
     */
    static Boosting train(List<Example> examples, double window, int threads) {
        int rows = examples.size();
        int columns = examples.getFirst().row().length;
        float[] values = new float[rows * columns];
        float[] days = new float[rows];
        float[] weights = new float[rows];
        for (int i = 0; i < rows; i++) {
            Example example = examples.get(i);
            System.arraycopy(example.row(), 0, values, i * columns, columns);
            days[i] = (float) Math.min(LONGEST_DAYS, example.days());
            weights[i] = (float) Math.clamp(window / Math.max(1e-9, window - example.days()), 1, MOST_WEIGHT);
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            Future<LGBMBooster> late = pool.submit(() -> train(values, days, weights, columns, .9));
            Future<LGBMBooster> middle = pool.submit(() -> train(values, days, weights, columns, .5));
            Future<LGBMBooster> early = pool.submit(() -> train(values, days, weights, columns, .1));
            return new Boosting(early.get(), middle.get(), late.get());
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("training failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("training was interrupted", e);
        }
    }

    private static LGBMBooster train(float[] values, float[] days, float[] weights, int columns, double share)
            throws LGBMException {
        try (LGBMDataset examples = LGBMDataset.createFromMat(values, days.length, columns, true, COMMON, null)) {
            examples.setField("label", days);
            examples.setField("weight", weights);
            try (LGBMBooster booster = LGBMBooster.create(examples, COMMON + LEARNING + share)) {
                for (int i = 0; i < ROUNDS; i++) {
                    booster.updateOneIter();
                }
                return LGBMBooster.loadModelFromString(booster.saveModelToString(0, 0, FeatureImportanceType.GAIN));
            }
        }
    }

    Spread predict(float[] row) {
        try {
            return Spread.sorted(value(early, row), value(middle, row), value(late, row));
        } catch (LGBMException e) {
            throw new IllegalStateException("a model does not fit its features", e);
        }
    }

    private static double value(LGBMBooster booster, float[] row) throws LGBMException {
        return booster.predictForMatSingleRow(row, PredictionType.C_API_PREDICT_NORMAL);
    }

    /** The three models as text, to be kept and read again. */
    List<String> texts() {
        try {
            return List.of(text(early), text(middle), text(late));
        } catch (LGBMException e) {
            throw new IllegalStateException("a model cannot be written", e);
        }
    }

    static Boosting read(List<String> texts) {
        try {
            return new Boosting(
                    LGBMBooster.loadModelFromString(texts.get(0)),
                    LGBMBooster.loadModelFromString(texts.get(1)),
                    LGBMBooster.loadModelFromString(texts.get(2)));
        } catch (LGBMException e) {
            throw new IllegalStateException("a model cannot be read", e);
        }
    }

    private static String text(LGBMBooster booster) throws LGBMException {
        return booster.saveModelToString(0, 0, FeatureImportanceType.GAIN);
    }

    @Override
    public void close() {
        for (LGBMBooster booster : List.of(early, middle, late)) {
            try {
                booster.close();
            } catch (LGBMException e) {
                throw new IllegalStateException("a model cannot be closed", e);
            }
        }
    }
}
