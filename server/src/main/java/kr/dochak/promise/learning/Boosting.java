package kr.dochak.promise.learning;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Three boosted quantile models: the early end, the middle and the late end of a window. */
final class Boosting implements AutoCloseable {

    private static final double[] SHARES = {.1, .5, .9};
    private static final int ROUNDS = 120;

    /** Always one thread: with more, the library's threads wait for each other most of the time. */
    private static final String COMMON = "num_threads=1 verbosity=-1 max_bin=63 min_data_in_leaf=50"
            + " feature_pre_filter=false deterministic=true force_col_wise=true seed=7";

    private static final String LEARNING = " learning_rate=0.06 num_leaves=31 feature_fraction=0.5"
            + " bagging_fraction=0.7 bagging_freq=1 lambda_l2=5 objective=quantile alpha=";

    private final List<LGBMBooster> boosters;

    private Boosting(List<LGBMBooster> boosters) {
        this.boosters = boosters;
    }

    /** Learns the models of several sets at once; a set without examples has none. */
    static List<List<String>> train(List<TrainingSet.Stage> sets, int threads) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<List<Future<String>>> begun = new ArrayList<>();
            for (TrainingSet.Stage set : sets) {
                Matrix matrix = Matrix.of(set);
                List<Future<String>> models = new ArrayList<>();
                for (double share : matrix.rows() == 0 ? new double[0] : SHARES) {
                    models.add(pool.submit(() -> train(matrix, share)));
                }
                begun.add(models);
            }
            return begun.stream()
                    .map(models -> models.stream().map(Boosting::ended).toList())
                    .toList();
        }
    }

    private static String ended(Future<String> model) {
        try {
            return model.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("training failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("training was interrupted", e);
        }
    }

    private static String train(Matrix matrix, double share) throws LGBMException {
        try (LGBMDataset examples =
                LGBMDataset.createFromMat(matrix.values(), matrix.rows(), matrix.columns(), true, COMMON, null)) {
            examples.setField("label", matrix.days());
            examples.setField("weight", matrix.weights());
            try (LGBMBooster booster = LGBMBooster.create(examples, COMMON + LEARNING + share)) {
                for (int i = 0; i < ROUNDS; i++) {
                    booster.updateOneIter();
                }
                return booster.saveModelToString(0, 0, FeatureImportanceType.GAIN);
            }
        }
    }

    static Boosting read(List<String> texts) {
        List<LGBMBooster> boosters = new ArrayList<>();
        try {
            for (String text : texts) {
                boosters.add(LGBMBooster.loadModelFromString(text));
            }
            return new Boosting(List.copyOf(boosters));
        } catch (LGBMException e) {
            throw new IllegalStateException("a model cannot be read", e);
        }
    }

    Spread predict(float[] row) {
        return Spread.sorted(predict(0, row), predict(1, row), predict(2, row));
    }

    private double predict(int model, float[] row) {
        try {
            return boosters.get(model).predictForMatSingleRow(row, PredictionType.C_API_PREDICT_NORMAL);
        } catch (LGBMException e) {
            throw new IllegalStateException("a model does not fit its features", e);
        }
    }

    @Override
    public void close() {
        for (LGBMBooster booster : boosters) {
            try {
                booster.close();
            } catch (LGBMException e) {
                throw new IllegalStateException("a model cannot be closed", e);
            }
        }
    }
}
