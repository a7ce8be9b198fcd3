package kr.dochak.promise;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import kr.dochak.calendar.Calendars;
import kr.dochak.promise.areas.AreaWarnings;
import kr.dochak.promise.silence.SilenceSettings;
import kr.dochak.promise.windows.ArrivalRepository;
import kr.dochak.promise.windows.LaneRepository;
import kr.dochak.promise.windows.PromiseNumbers;
import kr.dochak.promise.windows.WarningCosts;
import kr.dochak.time.Cadence;
import kr.dochak.time.Roles;
import kr.dochak.time.Ticking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sees within a minute that another process has learned anew, counted a day, changed a calendar or a number that is policy. Where others poll, it also reads what they know of warnings of
 * areas and of their cost.
 */
@Component
class KnowledgeRefresh implements Ticking {

    private static final Cadence CADENCE = Cadence.every(Duration.ofMinutes(1));

    /** What the knowledge in use was made from. */
    private record Generation(
            @Nullable Instant learned,
            @Nullable LocalDate counted,
            long calendars,
            WarningCosts warning,
            SilenceSettings silence) {}

    private final LaneRepository lanes;
    private final ArrivalRepository arrivals;
    private final Calendars calendars;
    private final KnowledgeInUse knowledge;
    private final AreaWarnings areas;
    private final PromiseNumbers numbers;
    private final boolean othersPoll;
    private volatile @Nullable Generation inUse;

    KnowledgeRefresh(
            LaneRepository lanes,
            ArrivalRepository arrivals,
            Calendars calendars,
            KnowledgeInUse knowledge,
            AreaWarnings areas,
            PromiseNumbers numbers,
            Roles roles) {
        this.lanes = lanes;
        this.arrivals = arrivals;
        this.calendars = calendars;
        this.knowledge = knowledge;
        this.areas = areas;
        this.numbers = numbers;
        this.othersPoll = !roles.has(Roles.Role.WORK);
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public boolean tick(Instant now) {
        Generation newest = new Generation(
                lanes.learnedAt(), arrivals.newest(), calendars.version(), numbers.warning(), numbers.silence());
        if (!newest.equals(inUse)) {
            knowledge.reload();
            inUse = newest;
        }
        if (othersPoll && areas.areReceived()) {
            areas.refresh(now);
        }
        return false;
    }

    @Override
    public boolean isEverywhere() {
        return true;
    }
}
