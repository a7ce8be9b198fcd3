package kr.dochak.promise.accuracy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import kr.dochak.shared.Cadence;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Ticking;
import org.springframework.stereotype.Component;

/** Every night counts the days that are over, one at a time, and looks for drift when yesterday is counted (PRM-2). */
@Component
class DailyAccuracy implements Ticking {

    /** After the last tours have been told. */
    private static final Cadence CADENCE = Cadence.daily(LocalTime.of(1, 0));

    private final DayCounting counting;
    private final DriftWatch drift;

    DailyAccuracy(DayCounting counting, DriftWatch drift) {
        this.counting = counting;
        this.drift = drift;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public boolean tick(Instant now) {
        LocalDate today = Seoul.dateOf(now);
        Optional<LocalDate> day = counting.due(today);
        if (day.isEmpty()) {
            return false;
        }
        counting.count(day.get(), today);
        if (day.get().equals(today.minusDays(1))) {
            drift.look(day.get(), now);
        }
        return true;
    }
}
