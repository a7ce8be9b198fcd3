package kr.dochak.promise.learning;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Boosted quantile models: of each training one for the early end, the middle and the late end of a window. Of several
 * trainings the average is taken.
 */
final class Boosting implements AutoCloseable {

    /** So many models come of one training. */
    static final int MODELS = Aim.values().length;

    private static final int LEAVES_POSSIBLE = 200;
    private static final int LEAST_IN_LEAF = 20;
    private static final int MOST_IN_LEAF = 250;

    /** The ends of a month's deliveries have this many trees. */
    private static final int LEAST_TREES = 40;

    private static final double DAYS_A_TREE = 2;

    /**
     * The ends rest on one outcome in ten: smaller trees, which cannot learn single bad weeks by heart, and the fewer trees
     * the fewer days there are, however many deliveries were made on them. A night that went wrong is in all of its parcels.
     */
    enum Aim {
        EARLY(.1, 7, 200),
        MIDDLE(.5, 15, 160),
        LATE(.9, 7, 200);

        private final double share;
        private final int leaves;
        private final int rounds;

        Aim(double share, int leaves, int rounds) {
            this.share = share;
            this.leaves = leaves;
            this.rounds = rounds;
        }

        int rounds(double days) {
            return this == MIDDLE ? rounds : (int) Math.clamp(days / DAYS_A_TREE, LEAST_TREES, rounds);
        }

        private String parameters(int examples) {
            int inLeaf = Math.clamp(examples / LEAVES_POSSIBLE, LEAST_IN_LEAF, MOST_IN_LEAF);
            return COMMON + LEARNING + " num_leaves=" + leaves + " min_data_in_leaf=" + inLeaf + " alpha=" + share;
        }
    }

    /** Always one thread: with more, the library's threads wait for each other most of the time. */
    private static final String COMMON = "num_threads=1 verbosity=-1 max_bin=63"
            + " feature_pre_filter=false deterministic=true force_col_wise=true seed=7";

    private static final String LEARNING = " learning_rate=0.06 feature_fraction=0.5"
            + " bagging_fraction=0.7 bagging_freq=1 lambda_l2=5 objective=quantile";

    private static final Pattern LAST_FEATURE = Pattern.compile("(?m)^max_feature_idx=(\\d+)$");

    /** A model and how many features it was learned with. */
    private record Fitted(LGBMBooster booster, int features) {}

    private final List<Fitted> boosters;

    private Boosting(List<Fitted> boosters) {
        this.boosters = boosters;
    }

    /** Learns the models of several sets at once; a set without examples has none. */
    static List<List<String>> train(List<TrainingSet.Stage> sets, int threads) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<List<Future<String>>> begun = new ArrayList<>();
            for (TrainingSet.Stage set : sets) {
                Matrix matrix = Matrix.of(set);
                List<Future<String>> models = new ArrayList<>();
                for (Aim aim : matrix.rows() == 0 ? new Aim[0] : Aim.values()) {
                    models.add(pool.submit(() -> train(matrix, aim, set.window())));
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

    private static String train(Matrix matrix, Aim aim, double days) throws LGBMException {
        try (LGBMDataset examples =
                LGBMDataset.createFromMat(matrix.values(), matrix.rows(), matrix.columns(), true, COMMON, null)) {
            examples.setField("label", matrix.days());
            examples.setField("weight", matrix.weights());
            try (LGBMBooster booster = LGBMBooster.create(examples, aim.parameters(matrix.rows()))) {
                int rounds = aim.rounds(days);
                for (int i = 0; i < rounds; i++) {
                    booster.updateOneIter();
                }
                return booster.saveModelToString(0, 0, FeatureImportanceType.GAIN);
            }
        }
    }

    static Boosting read(List<String> texts) {
        List<Fitted> boosters = new ArrayList<>();
        try {
            for (String text : texts) {
                boosters.add(new Fitted(LGBMBooster.loadModelFromString(text), features(text)));
            }
            return new Boosting(List.copyOf(boosters));
        } catch (LGBMException e) {
            throw new IllegalStateException("a model cannot be read", e);
        }
    }

    private static int features(String text) {
        Matcher last = LAST_FEATURE.matcher(text);
        if (!last.find()) {
            throw new IllegalStateException("a model does not say how many features it has");
        }
        return Integer.parseInt(last.group(1)) + 1;
    }

    Spread predict(float[] row) {
        return Spread.sorted(predict(Aim.EARLY, row), predict(Aim.MIDDLE, row), predict(Aim.LATE, row));
    }

    private double predict(Aim aim, float[] row) {
        double sum = 0;
        for (int model = aim.ordinal(); model < boosters.size(); model += MODELS) {
            sum += predict(boosters.get(model), row);
        }
        return sum * MODELS / boosters.size();
    }

    /**
     * A model from before warnings of areas were told, or after nobody tells them any more, sees the features that it has.
     */
    private static double predict(Fitted model, float[] row) {
        try {
            return model.booster.predictForMatSingleRow(
                    fitting(row, model.features), PredictionType.C_API_PREDICT_NORMAL);
        } catch (LGBMException e) {
            throw new IllegalStateException("a model does not fit its features", e);
        }
    }

    private static float[] fitting(float[] row, int features) {
        if (row.length == features) {
            return row;
        }
        float[] fitting = Arrays.copyOf(row, features);
        Arrays.fill(fitting, Math.min(row.length, features), features, Float.NaN);
        return fitting;
    }

    @Override
    public void close() {
        for (Fitted model : boosters) {
            try {
                model.booster.close();
            } catch (LGBMException e) {
                throw new IllegalStateException("a model cannot be closed", e);
            }
        }
    }
}
