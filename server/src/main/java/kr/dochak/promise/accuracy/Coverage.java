package kr.dochak.promise.accuracy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * How the windows of some deliveries held. Sums, so that days add up to weeks and lanes to carriers.
 *
 * @param judged deliveries with a window
 * @param inside came between its 10 % and its 90 %
 * @param lateOfPromise came after what was promised with it
 * @param widthSeconds from 10 % to 90 %, all together
 * @param errorSeconds between the middle and the delivery, all together
 * @param pinball90Seconds what the late end cost: nine tenths of each second of arriving after it, a tenth of each second
 *     before
 */
public record Coverage(
        long judged,
        long inside,
        long early,
        long late,
        long lateOfPromise,
        long widthSeconds,
        long errorSeconds,
        long pinball90Seconds) {

    /** What an honest window of 10 to 90 % holds. */
    public static final double AIM = .8;

    public static final Coverage NOTHING = new Coverage(0, 0, 0, 0, 0, 0, 0, 0);

    /** The share that came inside the window; one where no window was shown. */
    public double coverage() {
        return judged == 0 ? AIM : (double) inside / judged;
    }

    /** How many windows more than the two tenths that may were missed; negative when fewer. */
    public double lost() {
        return AIM * judged - inside;
    }

    /** The share that came after the promise. */
    public double lateShare() {
        return judged == 0 ? 0 : (double) lateOfPromise / judged;
    }

    public Duration width() {
        return average(widthSeconds);
    }

    public Duration error() {
        return average(errorSeconds);
    }

    private Duration average(long seconds) {
        return judged == 0 ? Duration.ZERO : Duration.ofSeconds(seconds / judged);
    }

    public Coverage plus(Coverage other) {
        return new Coverage(
                judged + other.judged,
                inside + other.inside,
                early + other.early,
                late + other.late,
                lateOfPromise + other.lateOfPromise,
                widthSeconds + other.widthSeconds,
                errorSeconds + other.errorSeconds,
                pinball90Seconds + other.pinball90Seconds);
    }

    static Coverage of(ResultSet row) throws SQLException {
        return new Coverage(
                row.getLong("told"),
                row.getLong("inside"),
                row.getLong("early"),
                row.getLong("late"),
                row.getLong("late_of_promise"),
                row.getLong("width_seconds"),
                row.getLong("error_seconds"),
                row.getLong("pinball90_seconds"));
    }
}
