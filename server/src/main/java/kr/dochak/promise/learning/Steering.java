package kr.dochak.promise.learning;

import java.util.HashMap;
import java.util.Map;

/**
 * Leans against the error that is left: where more than a tenth of a sender's windows ended too early or too late, its next
 * ones begin earlier or end later, until as many too few do (PRM-2; adaptive conformal inference, Gibbs and Candès 2021). What
 * the past weeks say comes late in a jam and after it; this keeps the share right over the months, whatever the world does. A
 * window counts when it is known how it ended: also when its end has passed and nothing came.
 */
final class Steering {

    private static final double MISSED = .1;

    /** By how many half widths an end moves for each share of windows and each day until their outcome is known. */
    private static final double PULL = 5;

    /** So few outcomes in a day move an end half as far as their share says. */
    private static final double FEW = 60;

    private static final double FURTHEST = 1.5;

    /** What became of a sender's windows since it was last reckoned. */
    private static final class Outcomes {

        private int windows;
        private int early;
        private int late;
        private double days;
    }

    /** By how much the ends lie elsewhere than the past weeks say, in half widths; greater is later. */
    private record Shift(double early, double late) {

        private static final Shift NONE = new Shift(0, 0);

        private Shift after(Outcomes outcomes) {
            double seen = outcomes.windows;
            double pull = PULL / Math.max(1, outcomes.days / seen) * seen / (seen + FEW);
            return new Shift(
                    clamp(early - pull * (outcomes.early / seen - MISSED)),
                    clamp(late + pull * (outcomes.late / seen - MISSED)));
        }

        private static double clamp(double shift) {
            return Math.clamp(shift, -FURTHEST, FURTHEST);
        }
    }

    private final Map<String, Shift> shifts = new HashMap<>();
    private final Map<String, Outcomes> since = new HashMap<>();

    /** The ends as a sender's windows are to be read. */
    Positions steered(String sender, Positions positions) {
        Shift shift = shifts.getOrDefault(sender, Shift.NONE);
        double early = Math.min(positions.early() + shift.early, positions.middle());
        double late = Math.max(positions.late() + shift.late, positions.middle());
        return new Positions(early, positions.middle(), late);
    }

    /** A window's outcome. @param days how long it took to become known */
    void ended(String sender, boolean early, boolean late, double days) {
        Outcomes outcomes = since.computeIfAbsent(sender, unused -> new Outcomes());
        outcomes.windows++;
        outcomes.early += early ? 1 : 0;
        outcomes.late += late ? 1 : 0;
        outcomes.days += days;
    }

    /** Takes what ended since the last time into account: once a day. */
    void reckon() {
        since.forEach((sender, outcomes) ->
                shifts.put(sender, shifts.getOrDefault(sender, Shift.NONE).after(outcomes)));
        since.clear();
    }
}
