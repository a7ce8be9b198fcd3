package kr.dochak.tracking.carriers.asking;

import java.time.Instant;
import kr.dochak.shared.CarrierId;
import org.springframework.stereotype.Component;

/** Has all parcels of a carrier asked about now, by whatever route still answers (TRK-5). */
@Component
public class AskSooner {

    private final WatchRepository watches;

    AskSooner(WatchRepository watches) {
        this.watches = watches;
    }

    /** How many there are; none where nobody can be asked about this carrier's parcels. */
    public int all(CarrierId carrier, Instant now) {
        return watches.wakeAll(carrier, now);
    }
}
