package kr.dochak.promise.accuracy;

import java.time.Duration;
import java.util.Map;
import kr.dochak.promise.windows.Stage;

/** How long it takes from entering a stage to the door, on one lane; in time on days on which the carrier works. */
public record LaneDwell(String origin, String destination, Map<Stage, Dwell> stages) {

    /** One parcel of ten, five of ten, nine of ten need no longer than this. */
    public record Dwell(long deliveries, Duration p10, Duration p50, Duration p90) {}
}
