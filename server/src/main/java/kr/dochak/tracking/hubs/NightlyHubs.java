package kr.dochak.tracking.hubs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import kr.dochak.shared.Seoul;
import kr.dochak.time.Cadence;
import kr.dochak.time.DailyCount;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;

/** Every morning counts the days that are over, one at a time, and then makes the table of hubs anew. */
@Component
class NightlyHubs implements Ticking {

    /** After hubs have sorted what came in the evening, and before people come to look. */
    private static final LocalTime AT = LocalTime.of(5, 30);

    private final HubCounting counting;
    private final DailyCount days;

    NightlyHubs(HubCounting counting) {
        this.counting = counting;
        this.days = new DailyCount(HubCounting.BACK, HubCounting.AGAIN, counting);
    }

    @Override
    public Cadence cadence() {
        return Cadence.daily(AT);
    }

    @Override
    public Instant firstLook(Instant start) {
        return Seoul.instant(Seoul.dateOf(start), AT);
    }

    @Override
    public boolean tick(Instant now) {
        LocalDate today = Seoul.dateOf(now);
        if (days.countNext(today).isPresent()) {
            return true;
        }
        counting.sum(today);
        return false;
    }
}
