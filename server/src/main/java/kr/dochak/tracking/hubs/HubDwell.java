package kr.dochak.tracking.hubs;

import java.time.Duration;
import kr.dochak.shared.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * How long parcels stayed at one place of a carrier, from their first scan there to the one they left with.
 *
 * @param recent of the last seven days that are counted
 * @param usual of the four weeks before; none of a place that was hardly used then
 */
public record HubDwell(
        CarrierId carrier,
        String place,
        Stay recent,
        @Nullable Stay usual) {

    /** How much longer than usual counts as such: half as long again, and half an hour. */
    private static final double SLOW = 1.5;

    private static final Duration LEAST = Duration.ofMinutes(30);

    /** Half of the parcels, and nine of ten, left within so long. */
    public record Stay(long parcels, Duration p50, Duration p90) {}

    /** Whether parcels stay clearly longer than they used to. */
    public boolean isSlow() {
        return usual != null && (isLonger(recent.p50, usual.p50) || isLonger(recent.p90, usual.p90));
    }

    private static boolean isLonger(Duration now, Duration before) {
        return now.toSeconds() >= before.toSeconds() * SLOW && now.minus(before).compareTo(LEAST) >= 0;
    }
}
