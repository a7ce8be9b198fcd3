package kr.dochak.tracking.scans;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;

/** A scan and a registration that cross each other leave a parked scan nobody asked for; it is found by this slow look. */
@Component
class CrossedScans implements Ticking {

    private static final Cadence CADENCE = Cadence.every(Duration.ofMinutes(1));

    private final ParkedScanRepository parked;

    CrossedScans(ParkedScanRepository parked) {
        this.parked = parked;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public boolean tick(Instant now) {
        parked.findCrossed();
        return false;
    }
}
