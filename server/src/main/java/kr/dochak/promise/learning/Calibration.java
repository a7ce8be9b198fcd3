package kr.dochak.promise.learning;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kr.dochak.promise.learning.features.Groupings;
import kr.dochak.promise.learning.features.Journey;

/**
 * Keeps windows true while the world drifts (PRM-2): the next ones are read where recent outcomes lay within the
 * model's windows, by how far they go, by sender and by lane. Each is drawn towards the broader group while it has seen
 * little, and leans against what error is left ({@link Steering}).
 */
final class Calibration {

    /** A window that was shown, and when its delivery ended; not a number while it is under way. */
    private static final class Prediction {

        private final Journey journey;
        private final double at;
        private final Spread raw;
        private final double early;
        private final double late;
        private final int learnedFrom;
        private double ended = Double.NaN;
        private boolean judged;

        private Prediction(Journey journey, double at, Spread raw, Spread shown, int learnedFrom) {
            this.journey = journey;
            this.at = at;
            this.raw = raw;
            this.early = shown.early();
            this.late = shown.late();
            this.learnedFrom = learnedFrom;
        }

        private String id() {
            return journey.consignment().id();
        }
    }

    /** Windows that are read alike until the next reckoning. */
    private record Query(List<String> groups, Shares shares) {}

    private static final String ALL = "all";

    private static final double TRUST_MODEL = 50;
    private static final double TRUST_ALL = 400;

    /**
     * Windows of a model that learned from less than half of the present one's deliveries, or of the lane table, teach
     * nothing here.
     */
    private static final int OUTGROWN = 2;

    private static final double LOST_AFTER_DAYS = 60;
    private static final double MEMORY_DAYS = PastWeeks.KEPT * PastWeeks.DAYS;

    private final ShownEnds shownEnds;
    private final Deque<Prediction> standing = new ArrayDeque<>();
    private final Map<String, Prediction> open = new HashMap<>();
    private final Map<String, PastWeeks.Shown> groups = new HashMap<>();
    private final Map<Query, Positions> asked = new ConcurrentHashMap<>();
    private final Steering steering = new Steering();
    private double reckoned = Double.NEGATIVE_INFINITY;
    private int learnedFrom;

    Calibration(ShownEnds shownEnds) {
        this.shownEnds = shownEnds;
    }

    /** From now on windows come from a model that learned from so many deliveries; none for the lane table. */
    void use(int learnedFrom) {
        this.learnedFrom = learnedFrom;
        if (reckoned > Double.NEGATIVE_INFINITY) {
            reckon(reckoned);
        }
    }

    /** The window as it should be shown now; its outcome is waited for. Once a day everything is reckoned anew. */
    Spread tell(Journey journey, Spread raw, double now) {
        if (now - reckoned >= 1) {
            lean(now);
            reckon(now);
        }
        Spread window = read(journey, raw);
        Prediction one = new Prediction(journey, now, raw, shown(journey, window, now), learnedFrom);
        standing.add(one);
        open.put(one.id(), one);
        return window;
    }

    private Spread shown(Journey journey, Spread window, double now) {
        if (shownEnds == ShownEnds.AS_SAID) {
            return window;
        }
        Quantiles quantiles = Quantiles.of(window, new Basis.Nothing());
        return shownEnds
                .of(journey.consignment(), Journey.moment(now), journey.isHandedOver(), quantiles)
                .spread();
    }

    /** The window that would be shown, as of the last reckoning; nothing is stored. */
    Spread read(Journey journey, Spread raw) {
        Positions p = asked.computeIfAbsent(new Query(groupsOf(journey), steering.shares(journey)), this::positions);
        return raw.at(p.early(), p.middle(), p.late());
    }

    /** The broader ones first: everything, near or far, its sender, its lane. */
    private static List<String> groupsOf(Journey journey) {
        String lane = Groupings.lane(journey);
        boolean near = Groupings.to(journey, Groupings.PROVINCE).equals(Groupings.from(journey, Groupings.PROVINCE));
        return List.of(ALL, near ? "near" : "far", "sender " + Groupings.sender(journey), "lane " + lane);
    }

    /** What is a sender's own and what is a lane's own add up: a slow carrier is slow on every lane. */
    private Positions positions(Query one) {
        Shares shares = one.shares;
        Positions all = shown(one, 0).positions(shares, Positions.asShown(shares), TRUST_MODEL);
        Positions reach = shown(one, 1).positions(shares, all, TRUST_ALL);
        Positions sender = shown(one, 2).positions(shares, reach, TRUST_ALL);
        Positions lane = shown(one, 3).positions(shares, reach, TRUST_ALL);
        return sender.and(lane, reach);
    }

    private PastWeeks.Shown shown(Query one, int group) {
        return groups.getOrDefault(one.groups.get(group), PastWeeks.Shown.NOTHING);
    }

    void ended(String id, double now) {
        Prediction one = open.remove(id);
        if (one != null) {
            one.ended = now;
        }
    }

    /** It will never end, so nothing is learned from its window. */
    void dropped(String id) {
        Prediction one = open.remove(id);
        if (one != null) {
            standing.remove(one);
            if (one.judged) {
                steering.neverArrives(one.journey);
            }
        }
    }

    private void reckon(double now) {
        reckoned = Math.floor(now);
        while (!standing.isEmpty() && standing.getFirst().at < now - MEMORY_DAYS) {
            open.remove(standing.removeFirst().id());
        }
        Map<String, PastWeeks> weeks = new HashMap<>();
        for (Prediction one : standing) {
            if (!isOfUse(one)) {
                continue;
            }
            boolean ended = !Double.isNaN(one.ended);
            double days = one.journey.took(one.at, ended ? one.ended : now);
            if (days <= LOST_AFTER_DAYS) {
                double position = one.raw.positionOf(days);
                groupsOf(one.journey)
                        .forEach(group -> weeks.computeIfAbsent(group, unused -> new PastWeeks())
                                .add(position, now - one.at, ended));
            }
        }
        groups.clear();
        weeks.forEach((group, outcomes) -> groups.put(group, outcomes.shown()));
        asked.clear();
    }

    /** Once a day and at no other time, so that a replay after a start ends where it was. */
    private void lean(double now) {
        for (Prediction one : standing) {
            if (!one.judged && isOfUse(one)) {
                boolean ended = !Double.isNaN(one.ended);
                judge(one, one.journey.took(one.at, ended ? one.ended : now), ended);
            }
        }
        steering.reckon();
    }

    /** A window is early or held when its delivery has ended, and late as soon as it has passed. */
    private void judge(Prediction one, double days, boolean ended) {
        boolean late = days > one.late;
        if (ended || late) {
            one.judged = true;
            steering.ended(one.journey, days < one.early, late, days);
        }
    }

    private boolean isOfUse(Prediction one) {
        return learnedFrom == 0 ? one.learnedFrom == 0 : one.learnedFrom * OUTGROWN >= learnedFrom;
    }
}
