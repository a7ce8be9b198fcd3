package kr.dochak.promise.learning.features;

import java.time.Instant;

/** A delivery under way, with what has happened to it so far. Times are days since 1970, as fractions. */
public final class Journey {

    private static final double SECONDS_PER_DAY = 86_400;

    private final Consignment consignment;
    private final double knownAt;
    private final OpenTime openTime;
    private double handedOverAt = Double.NaN;

    /** For what counts of its time: an order that was taken sooner than planned waits no longer. */
    private Consignment counted;

    public Journey(Consignment consignment, double knownAt, OpenTime openTime) {
        this.consignment = consignment;
        this.counted = consignment;
        this.knownAt = knownAt;
        this.openTime = openTime;
    }

    public static double day(Instant moment) {
        return moment.getEpochSecond() / SECONDS_PER_DAY;
    }

    /** How much of the time between two moments counts, in days. */
    public double took(double from, double to) {
        return openTime == OpenTime.ALWAYS
                ? to - from
                : openTime.between(counted, moment(from), moment(to)).toSeconds() / SECONDS_PER_DAY;
    }

    /** The same, negative when the second moment is earlier; not a number when one is none. */
    double until(double from, double to) {
        if (Double.isNaN(from) || Double.isNaN(to)) {
            return Double.NaN;
        }
        return from <= to ? took(from, to) : -took(to, from);
    }

    public static Instant moment(double day) {
        return Instant.ofEpochSecond(Math.round(day * SECONDS_PER_DAY));
    }

    public Consignment consignment() {
        return consignment;
    }

    double knownAt() {
        return knownAt;
    }

    double handedOverAt() {
        return handedOverAt;
    }

    public boolean isHandedOver() {
        return !Double.isNaN(handedOverAt);
    }

    public void handOver(double at) {
        handedOverAt = at;
        counted = consignment.handedOver(moment(at));
    }

    Clock clock() {
        return isHandedOver() ? Clock.TRANSIT : Clock.HANDLING;
    }

    /** Since when its present clock runs. */
    public double since() {
        return isHandedOver() ? handedOverAt : knownAt;
    }
}
