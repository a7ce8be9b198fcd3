package kr.dochak.promise.learning;

import java.util.ArrayList;
import java.util.List;

/**
 * Where outcomes lay within the windows told for them, a week of windows at a time, the newest first (PRM-2). Each week says
 * where an end should have been read; the next windows are read at the median of the last weeks that can say it. One bad
 * week is an accident, three of five are the world.
 */
final class PastWeeks {

    static final int KEPT = 10;

    static final int DAYS = 7;

    private static final int JUDGED = 5;

    private static final int ENOUGH = 20;

    /** Where each end should have been read in one week; not a number when too few have ended to say. */
    private record Shown(double[] positions, int ended) {

        private double at(End end) {
            return positions[end.ordinal()];
        }
    }

    private final Survival[] weeks = new Survival[KEPT];

    /** @param age how many days ago the window was told */
    void add(double position, double age, boolean ended) {
        int week = (int) (age / DAYS);
        if (week < KEPT) {
            if (weeks[week] == null) {
                weeks[week] = new Survival();
            }
            weeks[week].add(position, ended);
        }
    }

    /** @param strength how many outcomes of its own weigh as much as the broader positions */
    Positions positions(Positions broader, double strength) {
        List<Shown> shown = shown();
        return new Positions(
                position(End.EARLY, shown, broader.early(), strength),
                position(End.MIDDLE, shown, broader.middle(), strength),
                position(End.LATE, shown, broader.late(), strength));
    }

    private List<Shown> shown() {
        List<Shown> shown = new ArrayList<>();
        for (Survival week : weeks) {
            if (week != null && week.ended() >= ENOUGH) {
                shown.add(new Shown(week.quantiles(End.shares()), week.ended()));
            }
        }
        return shown;
    }

    private static double position(End end, List<Shown> shown, double broader, double strength) {
        List<Shown> last = shown.stream()
                .filter(week -> !Double.isNaN(week.at(end)))
                .limit(JUDGED)
                .toList();
        if (last.isEmpty()) {
            return broader;
        }
        double[] positions =
                last.stream().mapToDouble(week -> week.at(end)).sorted().toArray();
        double seen = last.stream().mapToDouble(Shown::ended).sum();
        double own = seen / (seen + strength);
        return own * end.follow(LaneHistory.quantile(positions, .5)) + (1 - own) * broader;
    }
}
