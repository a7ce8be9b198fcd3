package kr.dochak.tracking.scans;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import kr.dochak.shared.Seoul;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import kr.dochak.tracking.TrackingNumbers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Lets scans go when their time is over, a week at once: what they led to stays in the shipment and in its moves. Nothing is
 * deleted row by row, which would cost as much as taking them did.
 */
@Component
class ScanRetention implements Ticking {

    private static final Logger log = LoggerFactory.getLogger(ScanRetention.class);
    private static final Cadence CADENCE = Cadence.every(Duration.ofHours(6));

    private final ScanPartitions partitions;
    private final TrackingNumbers numbers;

    ScanRetention(ScanPartitions partitions, TrackingNumbers numbers) {
        this.partitions = partitions;
        this.numbers = numbers;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public boolean tick(Instant now) {
        Duration period = numbers.keepScans();
        try {
            for (LocalDate week : partitions.weeksBefore(Seoul.dateOf(now.minus(period)))) {
                partitions.drop(week);
                log.info("the scans of the week of {} were let go: they are older than {} days", week, period.toDays());
            }
        } catch (ConcurrencyFailureException busy) {
            log.info("an old week of scans is still being read; it will be tried again", busy);
        }
        return false;
    }
}
