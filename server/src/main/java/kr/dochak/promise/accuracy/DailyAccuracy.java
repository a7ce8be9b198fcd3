package kr.dochak.promise.accuracy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Ticking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every night counts the days that are over, one at a time, and looks for drift when yesterday is counted (PRM-2). */
@Component
class DailyAccuracy implements Ticking {

    /** After the last tours have been told. */
    private static final LocalTime AT = LocalTime.of(1, 0);

    private final DayCounting counting;
    private final DriftWatch drift;
    private volatile @Nullable Instant next;

    DailyAccuracy(DayCounting counting, DriftWatch drift) {
        this.counting = counting;
        this.drift = drift;
    }

    @Override
    public boolean tick(Instant now) {
        Instant due = next;
        if (due != null && due.isAfter(now)) {
            return false;
        }
        LocalDate today = Seoul.dateOf(now);
        Optional<LocalDate> day = counting.due(today);
        if (day.isEmpty()) {
            next = Seoul.instant(today.plusDays(1), AT);
            return false;
        }
        counting.count(day.get(), today);
        if (day.get().equals(today.minusDays(1))) {
            drift.look(day.get(), now);
        }
        return true;
    }

    @Override
    public @Nullable Instant nextDue() {
        return next;
    }
}
