package kr.dochak.promise.learning.features;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Averages of an outcome by several groupings, each once with a short and once with a long memory. */
final class Averages {

    private record Pair(Decayed fast, Decayed slow) {

        Decayed of(boolean isFast) {
            return isFast ? fast : slow;
        }
    }

    private final String name;
    private final List<Grouping> groupings;
    private final Map<String, Pair> groups = new HashMap<>();
    private final double fastHalfLife;
    private final double slowHalfLife;
    private final double prior;

    /** @param prior what is taken for the outcome before any was seen */
    Averages(String name, double fastHalfLife, double slowHalfLife, double prior, List<Grouping> groupings) {
        this.name = name;
        this.fastHalfLife = fastHalfLife;
        this.slowHalfLife = slowHalfLife;
        this.prior = prior;
        this.groupings = List.copyOf(groupings);
    }

    void add(Journey journey, double value, double day) {
        for (Grouping grouping : groupings) {
            Pair pair = groups.computeIfAbsent(grouping.key(journey), unused -> new Pair(new Decayed(), new Decayed()));
            pair.fast.add(value, day, fastHalfLife);
            pair.slow.add(value, day, slowHalfLife);
        }
    }

    void put(Journey journey, double day, Row row) {
        put(journey, day, true, row);
        put(journey, day, false, row);
    }

    private void put(Journey journey, double day, boolean fast, Row row) {
        Map<String, Double> found = HashMap.newHashMap(groupings.size());
        for (Grouping grouping : groupings) {
            double mean = mean(grouping, journey, day, fast, found.getOrDefault(grouping.parent(), prior));
            found.put(grouping.name(), mean);
            if (grouping.shown()) {
                row.put(name + '.' + grouping.name() + (fast ? ".fast" : ".slow"), mean);
            }
        }
    }

    private double mean(Grouping grouping, Journey journey, double day, boolean fast, double broader) {
        Pair pair = groups.get(grouping.key(journey));
        return pair == null
                ? broader
                : pair.of(fast).mean(day, fast ? fastHalfLife : slowHalfLife, broader, grouping.strength());
    }

    /** The average of one grouping with the long memory, drawn towards its broader groups. */
    double slow(String grouping, Journey journey, double day) {
        double mean = prior;
        for (Grouping one : chain(grouping)) {
            mean = mean(one, journey, day, false, mean);
        }
        return mean;
    }

    /** How many recent outcomes stand behind a group's long memory, each by what is left of it. */
    double weight(String grouping, Journey journey, double day, boolean fast) {
        Pair pair = groups.get(find(grouping).key(journey));
        return pair == null ? 0 : pair.of(fast).weight(day, fast ? fastHalfLife : slowHalfLife);
    }

    private List<Grouping> chain(String name) {
        Grouping grouping = find(name);
        if (grouping.parent().equals(name)) {
            return List.of(grouping);
        }
        List<Grouping> chain = new java.util.ArrayList<>(chain(grouping.parent()));
        chain.add(grouping);
        return chain;
    }

    private Grouping find(String name) {
        return groupings.stream().filter(g -> g.name().equals(name)).findFirst().orElseThrow();
    }
}
