package kr.dochak.promise.learning;

import java.time.Instant;

/** A delivery under way, with what has happened to it so far. Times are days since 1970, as fractions. */
final class Journey {

    private static final double SECONDS_PER_DAY = 86_400;

    private final Consignment consignment;
    private final double knownAt;
    private double handedOverAt = Double.NaN;

    Journey(Consignment consignment, double knownAt) {
        this.consignment = consignment;
        this.knownAt = knownAt;
    }

    static double day(Instant moment) {
        return moment.getEpochSecond() / SECONDS_PER_DAY;
    }

    Consignment consignment() {
        return consignment;
    }

    double knownAt() {
        return knownAt;
    }

    double handedOverAt() {
        return handedOverAt;
    }

    boolean isHandedOver() {
        return !Double.isNaN(handedOverAt);
    }

    void handOver(double at) {
        handedOverAt = at;
    }

    Clock clock() {
        return isHandedOver() ? Clock.TRANSIT : Clock.HANDLING;
    }

    /** Since when its present clock runs. */
    double since() {
        return isHandedOver() ? handedOverAt : knownAt;
    }
}
