package kr.dochak.promise.models;

import java.util.Collection;

/**
 * How windows did on what came of them.
 *
 * @param windows how many
 * @param mae how far the middle lay from the arrival on average, in days
 * @param pinball90 what the late end cost: days too late count nine times as much as days too early
 * @param coverage the share that arrived within its window; 0.8 is meant
 * @param width of the windows, in days
 * @param loss what all three ends cost together; less is better, and no wider or narrower window makes it cheaper than the
 *     true one
 */
public record WindowErrors(int windows, double mae, double pinball90, double coverage, double width, double loss) {

    /** A window and what came of it, in days from when it was shown. */
    record Outcome(double p10, double p50, double p90, double arrived) {

        private double pinball(double share, double end) {
            return arrived > end ? share * (arrived - end) : (1 - share) * (end - arrived);
        }

        private double loss() {
            return (pinball(.1, p10) + pinball(.5, p50) + pinball(.9, p90)) / 3;
        }

        private boolean isWithin() {
            return arrived >= p10 && arrived <= p90;
        }
    }

    static WindowErrors of(Collection<Outcome> outcomes) {
        int windows = outcomes.size();
        return new WindowErrors(
                windows,
                outcomes.stream()
                        .mapToDouble(o -> Math.abs(o.arrived - o.p50))
                        .average()
                        .orElse(0),
                outcomes.stream()
                        .mapToDouble(o -> o.pinball(.9, o.p90))
                        .average()
                        .orElse(0),
                outcomes.stream()
                        .mapToDouble(o -> o.isWithin() ? 1 : 0)
                        .average()
                        .orElse(0),
                outcomes.stream().mapToDouble(o -> o.p90 - o.p10).average().orElse(0),
                outcomes.stream().mapToDouble(Outcome::loss).average().orElse(0));
    }
}
