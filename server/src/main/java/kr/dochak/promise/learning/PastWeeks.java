package kr.dochak.promise.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Where outcomes lay within the windows shown for them, a week of windows at a time, the newest first (PRM-2). Each week
 * gives where an end should have been read, and the next windows are read at the median of the last such weeks: one bad week
 * is an accident, three of five are the world.
 */
final class PastWeeks {

    static final int KEPT = 10;

    static final int DAYS = 7;

    private static final int JUDGED = 5;

    private static final int ENOUGH = 20;

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

    /** The weeks of which enough has ended to count, the newest first; immutable. */
    Shown shown() {
        return new Shown(Arrays.stream(weeks)
                .filter(Objects::nonNull)
                .map(Survival::curve)
                .filter(week -> week.ended() >= ENOUGH)
                .toList());
    }

    /** Where ends should have been read, week by week. */
    record Shown(List<Survival.Curve> weeks) {

        static final Shown NOTHING = new Shown(List.of());

        /** @param strength how many outcomes of its own weigh as much as the broader positions */
        Positions positions(Shares shares, Positions broader, double strength) {
            return new Positions(
                    position(End.EARLY, shares.early(), broader.early(), strength),
                    position(End.MIDDLE, End.MIDDLE.share(), broader.middle(), strength),
                    position(End.LATE, shares.late(), broader.late(), strength));
        }

        /**
         * By the last weeks in which so many have ended already: what all windows follow in part, and in full what lies
         * between that and the share that is asked for, since it is asked for where windows missed.
         */
        private double position(End end, double share, double broader, double strength) {
            double[] asked = new double[JUDGED];
            double[] usual = new double[JUDGED];
            int judged = 0;
            double seen = 0;
            for (Survival.Curve week : weeks) {
                double position = judged < JUDGED ? week.at(Math.max(share, end.share())) : Double.NaN;
                if (!Double.isNaN(position)) {
                    asked[judged] = week.at(share);
                    usual[judged++] = week.at(end.share());
                    seen += week.ended();
                }
            }
            if (judged == 0) {
                return broader;
            }
            double followed = end.follow(median(usual, judged));
            double own = seen / (seen + strength);
            return own * (followed + median(asked, judged) - median(usual, judged)) + (1 - own) * broader;
        }

        private static double median(double[] positions, int judged) {
            double[] sorted = Arrays.copyOf(positions, judged);
            Arrays.sort(sorted);
            return LaneHistory.quantile(sorted, .5);
        }
    }
}
