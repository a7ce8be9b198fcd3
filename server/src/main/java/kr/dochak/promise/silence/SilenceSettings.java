package kr.dochak.promise.silence;

import java.time.Duration;

/**
 * When a parcel without a new scan counts as silent (TRK-4), all in its carrier's open time.
 *
 * @param share of the delivered parcels of a lane whose longest gap between two scans was no longer than the usual gap
 * @param deliveries fewer do not show what is usual; the carrier's other lanes count then, then {@code usual}
 * @param usual the gap where nothing was learned yet
 * @param least a learned gap is never shorter: a night's pause is no silence
 * @param most a learned gap is never longer: somebody has to look by then
 * @param unscanned how long after its hand-over the first scan may take
 */
public record SilenceSettings(
        double share, int deliveries, Duration usual, Duration least, Duration most, Duration unscanned) {

    public static final SilenceSettings USUAL = new SilenceSettings(
            .98, 50, Duration.ofHours(36), Duration.ofHours(14), Duration.ofDays(5), Duration.ofHours(36));
}
