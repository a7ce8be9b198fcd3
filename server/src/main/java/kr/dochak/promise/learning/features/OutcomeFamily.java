package kr.dochak.promise.learning.features;

/** How long it took before: averages of the outcomes of each clock, used only once they were known. */
final class OutcomeFamily implements Family {

    private static final double FAST = 6;
    private static final double SLOW = 45;
    private static final double RAW_FAST = 10;
    private static final double RAW_SLOW = 60;

    private final Averages handling;
    private final Averages handlingDays;
    private final Averages transit;
    private final Averages transitDays;
    private final Averages whole;

    OutcomeFamily(Week week) {
        handling = new Averages("handling", FAST, SLOW, Math.log1p(2), Groupings.handling(week));
        handlingDays = new Averages("handling days", RAW_FAST, RAW_SLOW, 3, Groupings.senders());
        transit = new Averages("transit", FAST, SLOW, Math.log1p(8), Groupings.transit());
        transitDays = new Averages("transit days", RAW_FAST, RAW_SLOW, 9, Groupings.ways());
        whole = new Averages("whole", FAST, SLOW, Math.log1p(10), Groupings.whole());
    }

    @Override
    public void handedOver(Journey journey) {
        double days = journey.took(journey.knownAt(), journey.handedOverAt());
        handling.add(journey, log(days), journey.handedOverAt());
        handlingDays.add(journey, days, journey.handedOverAt());
    }

    @Override
    public void delivered(Journey journey, double at) {
        whole.add(journey, log(journey.took(journey.knownAt(), at)), at);
        if (journey.isHandedOver()) {
            double days = journey.took(journey.handedOverAt(), at);
            transit.add(journey, log(days), at);
            transitDays.add(journey, days, at);
        }
    }

    @Override
    public void describe(Journey journey, double now, Row row) {
        if (journey.isHandedOver()) {
            double usual = handling.slow("seller", journey, now);
            row.put("handling.beyond usual", log(journey.took(journey.knownAt(), journey.handedOverAt())) - usual);
        } else {
            handling.put(journey, now, row);
            handlingDays.put(journey, now, row);
            row.put("handling.seen of seller", handling.weight("seller", journey, now, false));
            row.put("handling.seen lately", handling.weight("seller", journey, now, true));
            whole.put(journey, now, row);
        }
        transit.put(journey, now, row);
        transitDays.put(journey, now, row);
        row.put("transit.seen of lane", transit.weight("district lane", journey, now, false));
        row.put("transit.seen of postcode", transit.weight("to postcode", journey, now, false));
        row.put("transit.seen of seller", transit.weight("seller", journey, now, false));
    }

    /** Long waits count less than their days: an average of logarithms lies near the middle of what is usual. */
    static double log(double days) {
        return Math.log1p(Math.max(0, days));
    }
}
