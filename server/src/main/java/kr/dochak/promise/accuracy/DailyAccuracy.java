package kr.dochak.promise.accuracy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import kr.dochak.promise.KnowledgeInUse;
import kr.dochak.shared.Seoul;
import kr.dochak.time.Cadence;
import kr.dochak.time.DailyCount;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;

/**
 * Every night counts the days that are over, one at a time; when yesterday is counted, its arrivals come into use, and drift
 * is looked for (PRM-2).
 */
@Component
class DailyAccuracy implements Ticking {

    /** After carriers have reported their last tours. */
    private static final Cadence CADENCE = Cadence.daily(LocalTime.of(1, 0));

    private final DailyCount days;
    private final DriftWatch drift;
    private final KnowledgeInUse knowledge;

    DailyAccuracy(DayCounting counting, DriftWatch drift, KnowledgeInUse knowledge) {
        this.days = new DailyCount(DayCounting.BACK, DayCounting.AGAIN, counting);
        this.drift = drift;
        this.knowledge = knowledge;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public boolean tick(Instant now) {
        LocalDate today = Seoul.dateOf(now);
        Optional<LocalDate> counted = days.countNext(today);
        counted.filter(today.minusDays(1)::equals).ifPresent(yesterday -> {
            knowledge.reload();
            drift.look(yesterday, now);
        });
        return counted.isPresent();
    }
}
