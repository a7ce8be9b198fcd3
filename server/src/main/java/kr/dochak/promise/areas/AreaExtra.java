package kr.dochak.promise.areas;

import java.time.Duration;
import java.util.Locale;

/**
 * How much longer a parcel will take because of a warning on its way, as learned from past deliveries under such warnings.
 *
 * @param time open time that the middle and the late end of a window move by
 * @param deliveries how many stand behind it
 */
public record AreaExtra(AreaKind kind, AreaLevel level, String province, Duration time, int deliveries) {

    /** As the ledger keeps it: {@code +5h SNOW WARNING 강원 (37 deliveries)}. */
    public String text() {
        return String.format(Locale.ROOT, "+%dh %s %s %s (%d deliveries)", hours(), kind, level, province, deliveries);
    }

    private long hours() {
        return Math.max(1, Math.round(time.toMinutes() / 60d));
    }
}
