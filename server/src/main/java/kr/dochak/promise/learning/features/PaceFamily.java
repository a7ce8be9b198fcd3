package kr.dochak.promise.learning.features;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pace of what is under way now, by seller, area and lane ({@link Pace}). */
final class PaceFamily implements Family {

    private static final double GIVE_UP = 3;
    private static final double SHORTEST = .3;

    /** A delivery under way, what its present clock was expected to take, and up to when that was counted. */
    private static final class Running {
        private final Journey journey;
        private double expected;
        private double counted;

        private Running(Journey journey) {
            this.journey = journey;
        }
    }

    private final Pace pace = new Pace();
    private final Averages handling;
    private final Averages transit;
    private final Map<String, Running> running = new HashMap<>();

    PaceFamily() {
        handling = new Averages("handling", 6, 45, Math.log1p(2), Groupings.senders());
        transit = new Averages(
                "transit",
                6,
                45,
                Math.log1p(8),
                Groupings.transit().stream()
                        .filter(g -> CHAIN.contains(g.name()))
                        .toList());
    }

    private static final List<String> CHAIN = List.of("all", "to province", "lane", "province to district");

    @Override
    public void dayBegins(double day) {
        running.values().forEach(one -> count(one, day, 0));
    }

    @Override
    public void ordered(Journey journey) {
        Running one = new Running(journey);
        begin(one, journey.knownAt(), handling.slow("seller", journey, journey.knownAt()));
        running.put(journey.consignment().id(), one);
    }

    @Override
    public void handedOver(Journey journey) {
        double at = journey.handedOverAt();
        Running one = running.get(journey.consignment().id());
        if (one != null) {
            count(one, Clock.HANDLING, at, 1);
            begin(one, at, transit.slow("province to district", journey, at));
        }
        handling.add(journey, OutcomeFamily.log(journey.took(journey.knownAt(), at)), at);
    }

    @Override
    public void delivered(Journey journey, double at) {
        Running one = running.remove(journey.consignment().id());
        if (one != null) {
            count(one, at, 1);
        }
        if (journey.isHandedOver()) {
            transit.add(journey, OutcomeFamily.log(journey.took(journey.handedOverAt(), at)), at);
        }
    }

    @Override
    public void dropped(Journey journey) {
        running.remove(journey.consignment().id());
    }

    @Override
    public void describe(Journey journey, double now, Row row) {
        double transitPace = pace.of("t", now, 1, 20);
        double province = pace.of(to(journey, Groupings.PROVINCE), now, transitPace, 10);
        if (!journey.isHandedOver()) {
            row.put("pace.seller ships", pace.of(ships(journey), now, pace.of("h", now, 1, 20), 2));
        }
        row.put("pace.to province", province);
        row.put("pace.to region", pace.of(to(journey, Groupings.REGION), now, province, 10));
        row.put("pace.from province", pace.of(from(journey), now, transitPace, 10));
        row.put("pace.lane", pace.of(lane(journey), now, province, 10));
        row.put("pace.seller", pace.of(seller(journey), now, transitPace, 5));
    }

    private static void begin(Running one, double at, double expectedLog) {
        one.expected = Math.max(SHORTEST, Math.expm1(expectedLog));
        one.counted = at;
    }

    private void count(Running one, double now, double ended) {
        count(one, one.journey.clock(), now, ended);
    }

    private void count(Running one, Clock clock, double now, double ended) {
        double since = clock == Clock.HANDLING ? one.journey.knownAt() : one.journey.handedOverAt();
        double hazard = hazard(one.journey.took(since, now), one.expected)
                - hazard(one.journey.took(since, one.counted), one.expected);
        one.counted = Math.max(one.counted, now);
        for (String group : groups(one.journey, clock)) {
            pace.add(group, now, ended, hazard);
        }
    }

    /** What should have happened after so long, growing with the square: one half is there after the expected time. */
    private static double hazard(double days, double expected) {
        double times = Math.clamp(days / expected, 0, GIVE_UP);
        return Math.log(2) * times * times;
    }

    private static List<String> groups(Journey journey, Clock clock) {
        return clock == Clock.HANDLING
                ? List.of("h", ships(journey))
                : List.of(
                        "t",
                        to(journey, Groupings.PROVINCE),
                        to(journey, Groupings.REGION),
                        from(journey),
                        lane(journey),
                        seller(journey));
    }

    private static String ships(Journey journey) {
        return "h " + Groupings.sender(journey);
    }

    private static String to(Journey journey, int level) {
        return "to" + level + ' ' + Groupings.to(journey, level);
    }

    private static String from(Journey journey) {
        return "from " + Groupings.from(journey, Groupings.PROVINCE);
    }

    private static String lane(Journey journey) {
        return "lane " + Groupings.lane(journey);
    }

    private static String seller(Journey journey) {
        return "seller " + Groupings.sender(journey);
    }
}
