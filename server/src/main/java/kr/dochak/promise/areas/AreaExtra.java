package kr.dochak.promise.areas;

import java.time.Duration;
import kr.dochak.promise.areas.feeds.AreaKind;
import kr.dochak.promise.areas.feeds.AreaLevel;

/**
 * How much longer a parcel will take because of a warning on its way, as learned from past deliveries under such warnings.
 *
 * @param time open time that the middle and the late end of a window move by
 * @param deliveries how many stand behind it
 */
public record AreaExtra(AreaKind kind, AreaLevel level, String province, Duration time, int deliveries) {

    /** In whole hours, and at least one. */
    public int hours() {
        return Math.max(1, (int) Math.round(time.toMinutes() / 60d));
    }
}
