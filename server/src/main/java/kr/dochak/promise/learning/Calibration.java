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

        private final Journey journey;
        private final String group;
        private final double at;
        private final Spread raw;
        private double ended = Double.NaN;

        private Told(Journey journey, String group, double at, Spread raw) {
            this.journey = journey;
            this.group = group;
            this.at = at;
            this.raw = raw;
        }

        private String id() {
            return journey.consignment().id();
        }
    }

    private static final double TRUST_MODEL = 50;
    private static final double TRUST_ALL = 400;
    private static final double LOST_AFTER_DAYS = 60;
    private static final double MEMORY_DAYS = PastWeeks.KEPT * PastWeeks.DAYS;

    private final Deque<Told> told = new ArrayDeque<>();
    private final Map<String, Told> open = new HashMap<>();
    private final Map<String, Positions> byGroup = new HashMap<>();
    private Positions all = Positions.AS_SAID;
    private double reckoned = Double.NEGATIVE_INFINITY;

    /** The window as it should be told now; once a day everything is reckoned anew. */
    Spread calibrated(String group, Spread raw, double now) {
        if (now - reckoned >= 1) {
            reckon(now);
        }
        return read(group, raw);
    }

    /** As {@link #calibrated}, as of the last time that was reckoned. */
    Spread read(String group, Spread raw) {
        Positions p = byGroup.getOrDefault(group, all);
        return raw.at(p.early(), p.middle(), p.late());
    }

    void told(Journey journey, String group, Spread raw, double now) {
        Told one = new Told(journey, group, now, raw);
        told.add(one);
        open.put(one.id(), one);
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
        while (!told.isEmpty() && told.getFirst().at < now - MEMORY_DAYS) {
            open.remove(told.removeFirst().id());
        }
        PastWeeks everything = new PastWeeks();
        Map<String, PastWeeks> groups = new HashMap<>();
        for (Told one : told) {
            boolean ended = !Double.isNaN(one.ended);
            double days = one.journey.took(one.at, ended ? one.ended : now);
            if (days <= LOST_AFTER_DAYS) {
                double position = one.raw.positionOf(days);
                everything.add(position, now - one.at, ended);
                groups.computeIfAbsent(one.group, unused -> new PastWeeks()).add(position, now - one.at, ended);
            }
        }
        all = everything.positions(Positions.AS_SAID, TRUST_MODEL);
        byGroup.clear();
        groups.forEach((group, outcomes) -> byGroup.put(group, outcomes.positions(all, TRUST_ALL)));
    }
}
