package kr.dochak.promise.learning;

import java.util.List;

/** Examples as the trainer wants them: one row after the other, what to learn, and how much each counts. */
record Matrix(float[] values, int columns, float[] days, float[] weights) {

    private static final double LONGEST_DAYS = 60;
    private static final double MOST_WEIGHT = 5;

    int rows() {
        return days.length;
    }

    /**
     * Of what was ordered lately, the short ones have ended and the long ones are still under way. So each counts for as
     * many as had the chance to be seen by now (inverse probability of censoring).
     */
    static Matrix of(TrainingSet.Stage set) {
        List<Example> examples = set.examples();
        int rows = examples.size();
        int columns = rows == 0 ? 0 : examples.getFirst().row().length;
        float[] values = new float[rows * columns];
        float[] days = new float[rows];
        float[] weights = new float[rows];
        for (int i = 0; i < rows; i++) {
            Example example = examples.get(i);
            System.arraycopy(example.row(), 0, values, i * columns, columns);
            days[i] = (float) Math.min(LONGEST_DAYS, example.days());
            double chance = Math.max(1e-9, set.window() - example.days()) / set.window();
            weights[i] = (float) Math.min(MOST_WEIGHT, 1 / Math.min(1, chance));
        }
        return new Matrix(values, columns, days, weights);
    }
}
