package kr.dochak.tracking.hubs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Ticking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every morning counts the days that are over, one at a time, and then makes the table of hubs anew. */
@Component
class NightlyHubs implements Ticking {

    /** After hubs have sorted what came in the evening, and before people come to look. */
    private static final LocalTime AT = LocalTime.of(5, 30);

    private final HubCounting counting;
    private volatile @Nullable Instant next;

    NightlyHubs(HubCounting counting) {
        this.counting = counting;
    }

    @Override
    public boolean tick(Instant now) {
        Instant due = next;
        if (due != null && due.isAfter(now)) {
            return false;
        }
        LocalDate today = Seoul.dateOf(now);
        Instant morning = Seoul.instant(today, AT);
        if (now.isBefore(morning)) {
            next = morning;
            return false;
        }
        Optional<LocalDate> day = counting.due(today);
        if (day.isPresent()) {
            counting.count(day.get(), today);
            return true;
        }
        counting.sum(today);
        next = Seoul.instant(today.plusDays(1), AT);
        return false;
    }

    @Override
    public @Nullable Instant nextDue() {
        return next;
    }
}
