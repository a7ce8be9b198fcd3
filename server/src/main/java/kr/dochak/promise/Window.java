package kr.dochak.promise;

import java.time.Instant;
import kr.dochak.shared.TimeWindow;

/**
 * When a parcel will come: with 10 %, 50 % and 90 % probability by these moments.
 *
 * @param basis where the figures come from, e.g. {@code lane 인천→서울, 41 deliveries}
 */
public record Window(Instant p10, Instant p50, Instant p90, String basis) {

    /** The basis of a window that waits for the day the customer asked for. */
    public static final String CUSTOMERS_DAY = "the day the customer asked for";

    public Window {
        if (p50.isBefore(p10) || p90.isBefore(p50)) {
            throw new IllegalArgumentException("quantiles cross");
        }
    }

    boolean isCustomersDay() {
        return basis.equals(CUSTOMERS_DAY);
    }

    public TimeWindow range() {
        return new TimeWindow(p10, p90);
    }

    Window notBefore(Instant earliest, Instant middle, Instant latest) {
        Instant a = later(p10, earliest);
        Instant b = later(later(p50, middle), a);
        return new Window(a, b, later(later(p90, latest), b), basis);
    }

    Window notAfter(Instant latest) {
        return new Window(earlier(p10, latest), earlier(p50, latest), earlier(p90, latest), basis);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
