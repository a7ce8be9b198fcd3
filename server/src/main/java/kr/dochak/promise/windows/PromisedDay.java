package kr.dochak.promise.windows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Predicate;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.TimeWindow;

/**
 * Which day is promised (PRM-1). A window is what we expect; how sure a mall wants to be of its promise is its own choice.
 * Pure.
 */
public final class PromisedDay {

    /** Nine parcels of ten: what holds until a mall chooses otherwise. */
    public static final int USUAL = 90;

    /** The least and the most sure that can be chosen, in per cent. */
    public static final int LEAST = 50;

    public static final int MOST = 98;

    private PromisedDay() {}

    /**
     * The day by whose end a parcel comes with this probability, or the next on which its carrier delivers.
     *
     * @param quantile in per cent, {@link #LEAST} to {@link #MOST}
     */
    public static LocalDate of(Window window, int quantile, Predicate<LocalDate> delivers) {
        LocalDate day = Seoul.dateOf(moment(window, quantile));
        while (!delivers.test(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** On the line through the middle and the late end, also beyond it: nothing more is known of the last tenth. */
    static Instant moment(Window window, int quantile) {
        long late = Duration.between(window.p50(), window.p90()).toMillis();
        return window.p50().plusMillis(late * (quantile - 50) / 40);
    }

    /** The promise as it is shown: from the earliest expected arrival until the end of the promised day. */
    public static TimeWindow promise(Window window, int quantile, Predicate<LocalDate> delivers) {
        return new TimeWindow(window.p10(), Seoul.endOf(of(window, quantile, delivers)));
    }

    public static boolean isChoosable(int quantile) {
        return quantile >= LEAST && quantile <= MOST;
    }
}
