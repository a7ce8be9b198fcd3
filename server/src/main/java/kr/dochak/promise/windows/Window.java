package kr.dochak.promise.windows;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import kr.dochak.shared.Moments;
import kr.dochak.shared.TimeWindow;

/**
 * When a parcel will come: with 10 %, 50 % and 90 % probability by these moments.
 *
 * @param basis where the figures come from; the API says it as a sentence
 */
public record Window(
        Instant p10,
        Instant p50,
        Instant p90,

        @Schema(implementation = String.class, example = "lane 인천→서울, 41 deliveries")
        WindowBasis basis) {

    public Window {
        if (p50.isBefore(p10) || p90.isBefore(p50)) {
            throw new IllegalArgumentException("quantiles cross");
        }
    }

    public boolean isCustomersDay() {
        return basis instanceof WindowBasis.CustomersDay;
    }

    /**
     * Whether it comes after the promise more often than one time in ten: then its late end lies beyond. This is what "at risk"
     * means everywhere; the function {@code promise.at_risk} compares the same two moments.
     */
    public boolean isAtRisk(Instant promisedTo) {
        return p90.isAfter(promisedTo);
    }

    /** One time in four it comes by then, on the straight lines of {@link #chanceAfter}. */
    public Instant p25() {
        return p10.plus(Duration.between(p10, p50).multipliedBy(3).dividedBy(8));
    }

    /** Three times in four it comes by then. */
    public Instant p75() {
        return p50.plus(Duration.between(p50, p90).multipliedBy(5).dividedBy(8));
    }

    /** The chance that it comes after a moment: straight lines through the three quantiles, and as steep again outside. */
    public double chanceAfter(Instant moment) {
        if (moment.isBefore(p10)) {
            return 1 - .1 * share(p10.minus(Duration.between(p10, p50)), moment, p10);
        }
        if (moment.isBefore(p50)) {
            return 1 - (.1 + .4 * share(p10, moment, p50));
        }
        if (moment.isBefore(p90)) {
            return 1 - (.5 + .4 * share(p50, moment, p90));
        }
        return .1 * (1 - share(p90, moment, p90.plus(Duration.between(p50, p90))));
    }

    /** How far a moment has come from one to the other, from 0 to 1. */
    private static double share(Instant from, Instant moment, Instant to) {
        double whole = Duration.between(from, to).toMillis();
        return whole <= 0
                ? moment.isBefore(to) ? 0 : 1
                : Math.clamp(Duration.between(from, moment).toMillis() / whole, 0, 1);
    }

    public TimeWindow range() {
        return new TimeWindow(p10, p90);
    }

    Window notBefore(Instant earliest, Instant middle, Instant latest) {
        Instant a = Moments.later(p10, earliest);
        Instant b = Moments.later(Moments.later(p50, middle), a);
        return new Window(a, b, Moments.later(Moments.later(p90, latest), b), basis);
    }

    /** Whether pages would show another one: one of its moments is an hour or more from the other's. */
    public boolean isAnotherThan(Window other) {
        return isHourApart(p50, other.p50) || isHourApart(p90, other.p90) || isHourApart(p10, other.p10);
    }

    private static boolean isHourApart(Instant one, Instant other) {
        return Duration.between(one, other).abs().toHours() >= 1;
    }

    /**
     * The window of a parcel that is certain to come after a moment. In the very second of its last chance the early end is still the last
     * stop of the tour before.
     */
    public Window after(Instant end, CarrierCalendar calendar) {
        if (p10.isAfter(end)) {
            return this;
        }
        Instant next = end.plusSeconds(1);
        Instant first = calendar.hasTours() ? calendar.deliverable(next, calendar.deliversFrom()) : next;
        return notBefore(first, first, first);
    }

    Window notAfter(Instant latest) {
        return new Window(
                Moments.earlier(p10, latest), Moments.earlier(p50, latest), Moments.earlier(p90, latest), basis);
    }

    /** No quantile later than that of the other. */
    Window notAfter(Window other) {
        return new Window(
                Moments.earlier(p10, other.p10),
                Moments.earlier(p50, other.p50),
                Moments.earlier(p90, other.p90),
                basis);
    }
}
