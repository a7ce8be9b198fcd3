package kr.dochak.promise.learning;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.promise.learning.features.Groupings;
import kr.dochak.promise.learning.features.Journey;

/**
 * The lane table (PRM-5): what the last deliveries of a lane took, drawn towards its destination, and that towards all. It
 * serves while there is too little history for a model, and knows on how much it rests.
 */
final class LaneHistory {

    /** A table's answer. */
    record Answer(Spread spread, Basis basis) {}

    private record Level(String name, String key) {}

    private static final int KEPT = 300;
    private static final double STRENGTH = 20;
    private static final int ENOUGH = 10;

    private final Map<String, Deque<Double>> outcomes = new HashMap<>();
    private final Spread unknown;

    /** @param unknown what is said before anything was delivered */
    LaneHistory(Spread unknown) {
        this.unknown = unknown;
    }

    void add(Journey journey, double days) {
        for (Level level : levels(journey)) {
            Deque<Double> latest = outcomes.computeIfAbsent(level.key, unused -> new ArrayDeque<>());
            latest.addLast(days);
            if (latest.size() > KEPT) {
                latest.removeFirst();
            }
        }
    }

    Answer of(Journey journey) {
        Answer answer = new Answer(unknown, new Basis.Nothing());
        for (Level level : levels(journey)) {
            Deque<Double> latest = outcomes.getOrDefault(level.key, new ArrayDeque<>());
            if (!latest.isEmpty()) {
                Basis basis = latest.size() >= ENOUGH || answer.basis instanceof Basis.Nothing
                        ? new Basis.Lanes(level.name, latest.size())
                        : answer.basis;
                answer = new Answer(drawn(latest, answer.spread), basis);
            }
        }
        return answer;
    }

    private static Spread drawn(Deque<Double> latest, Spread broader) {
        double[] days = latest.stream().mapToDouble(d -> d).sorted().toArray();
        double own = days.length / (days.length + STRENGTH);
        return Spread.sorted(
                own * quantile(days, .1) + (1 - own) * broader.early(),
                own * quantile(days, .5) + (1 - own) * broader.middle(),
                own * quantile(days, .9) + (1 - own) * broader.late());
    }

    /** Between the two values around a share of a sorted list. */
    static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    private static List<Level> levels(Journey journey) {
        return Arrays.asList(
                new Level("all", "all"),
                new Level("destination", "to " + Groupings.to(journey, Groupings.PROVINCE)),
                new Level("lane", Groupings.lane(journey)));
    }
}
