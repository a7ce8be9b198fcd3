package kr.dochak.promise.learning;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps windows true while the world drifts (PRM-2): where recent outcomes really lay within what the model had said for
 * them is where the next windows are read. By group, drawn towards all groups while a group has seen little.
 */
final class Calibration {

    /** A window that was told, and when its delivery ended; not a number while it is under way. */
    private static final class Told {

        private final String id;
        private final String group;
        private final double at;
        private final Spread raw;
        private double ended = Double.NaN;

        private Told(String id, String group, double at, Spread raw) {
            this.id = id;
            this.group = group;
            this.at = at;
            this.raw = raw;
        }
    }

    private record Positions(double early, double middle, double late, double weight) {

        Positions towards(Positions all, double strength) {
            double own = weight / (weight + strength);
            return new Positions(
                    own * early + (1 - own) * all.early,
                    own * middle + (1 - own) * all.middle,
                    own * late + (1 - own) * all.late,
                    weight);
        }
    }

    private static final Positions AS_SAID = new Positions(-1, 0, 1, 0);
    private static final double TRUST_MODEL = 50;
    private static final double TRUST_ALL = 400;
    private static final double LOST_AFTER_DAYS = 60;

    private final Deque<Told> told = new ArrayDeque<>();
    private final Map<String, Told> open = new HashMap<>();
    private final Map<String, Positions> byGroup = new HashMap<>();
    private final double rememberDays;
    private final double halfLifeDays;
    private Positions all = AS_SAID;
    private double reckoned = Double.NEGATIVE_INFINITY;

    Calibration(double rememberDays, double halfLifeDays) {
        this.rememberDays = rememberDays;
        this.halfLifeDays = halfLifeDays;
    }

    Spread calibrated(String group, Spread raw, double now) {
        if (now - reckoned >= 1) {
            reckon(now);
        }
        return read(group, raw);
    }

    /** As {@link #calibrated}, as of the last time that was reckoned. */
    Spread read(String group, Spread raw) {
        Positions p = byGroup.getOrDefault(group, all);
        return raw.at(p.early, p.middle, p.late);
    }

    void told(String id, String group, Spread raw, double now) {
        Told one = new Told(id, group, now, raw);
        told.add(one);
        open.put(id, one);
    }

    void ended(String id, double now) {
        Told one = open.remove(id);
        if (one != null) {
            one.ended = now;
        }
    }

    /** It will never end, so its window says nothing. */
    void dropped(String id) {
        Told one = open.remove(id);
        if (one != null) {
            told.remove(one);
        }
    }

    private void reckon(double now) {
        reckoned = Math.floor(now);
        while (!told.isEmpty() && told.getFirst().at < now - rememberDays) {
            open.remove(told.removeFirst().id);
        }
        Map<String, Survival> groups = new HashMap<>();
        Map<String, Double> weights = new HashMap<>();
        Survival everything = new Survival();
        double total = 0;
        for (Told one : told) {
            boolean ended = !Double.isNaN(one.ended);
            double days = (ended ? one.ended : now) - one.at;
            if (days > LOST_AFTER_DAYS) {
                continue;
            }
            double weight = Math.pow(.5, (now - one.at) / halfLifeDays);
            double position = one.raw.positionOf(days);
            everything.add(position, weight, ended);
            groups.computeIfAbsent(one.group, unused -> new Survival()).add(position, weight, ended);
            double seen = ended ? weight : 0;
            weights.merge(one.group, seen, Double::sum);
            total += seen;
        }
        all = positions(everything, total).towards(AS_SAID, TRUST_MODEL);
        byGroup.clear();
        groups.forEach((group, survival) -> byGroup.put(
                group, positions(survival, weights.getOrDefault(group, 0d)).towards(all, TRUST_ALL)));
    }

    private static Positions positions(Survival survival, double weight) {
        double[] q = survival.quantiles(.1, .5, .9);
        return new Positions(q[0], q[1], q[2], weight);
    }
}
