package kr.dochak.tracking.scans;

import java.time.Instant;
import java.util.List;
import kr.dochak.time.Ticking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Applies parked scans once their shipment is known. They go through the writer like any other scan; a parked row is
 * removed only after its scan is committed, and a crash in between costs nothing since a repeated scan changes nothing.
 */
@Component
class ParkedScans implements Ticking {

    private static final Logger log = LoggerFactory.getLogger(ParkedScans.class);
    private static final int MOST_SCANS = 1_000;

    private final ParkedScanRepository parked;
    private final ScanWriter writer;

    ParkedScans(ParkedScanRepository parked, ScanWriter writer) {
        this.parked = parked;
        this.writer = writer;
    }

    @Override
    public boolean tick(Instant now) {
        List<ParkedScanRepository.Row> rows = parked.knownByNow(MOST_SCANS);
        if (rows.isEmpty()) {
            parked.forgetDone();
            return false;
        }
        writer.submit(rows.stream().map(ParkedScanRepository.Row::scan).toList())
                .join();
        parked.delete(rows.stream().map(ParkedScanRepository.Row::id).toList());
        log.info("{} parked scans applied", rows.size());
        return true;
    }
}
