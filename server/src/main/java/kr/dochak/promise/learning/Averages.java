package kr.dochak.promise.learning;

import java.util.HashMap;
import java.util.Map;

/** Averages of outcomes by group, each once with a short and once with a long memory. */
final class Averages {

    private record Pair(Decayed fast, Decayed slow) {}

    private final Map<String, Pair> groups = new HashMap<>();
    private final double fastHalfLife;
    private final double slowHalfLife;

    Averages(double fastHalfLife, double slowHalfLife) {
        this.fastHalfLife = fastHalfLife;
        this.slowHalfLife = slowHalfLife;
    }

    void add(String group, double value, double day) {
        Pair pair = groups.computeIfAbsent(group, unused -> new Pair(new Decayed(), new Decayed()));
        pair.fast.add(value, day, fastHalfLife);
        pair.slow.add(value, day, slowHalfLife);
    }

    double fast(String group, double day, double prior, double strength) {
        Pair pair = groups.get(group);
        return pair == null ? prior : pair.fast.mean(day, fastHalfLife, prior, strength);
    }

    double slow(String group, double day, double prior, double strength) {
        Pair pair = groups.get(group);
        return pair == null ? prior : pair.slow.mean(day, slowHalfLife, prior, strength);
    }

    double fastWeight(String group, double day) {
        Pair pair = groups.get(group);
        return pair == null ? 0 : pair.fast.weight(day, fastHalfLife);
    }

    double slowWeight(String group, double day) {
        Pair pair = groups.get(group);
        return pair == null ? 0 : pair.slow.weight(day, slowHalfLife);
    }
}
