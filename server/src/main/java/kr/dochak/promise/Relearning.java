package kr.dochak.promise;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.shared.Cadence;
import kr.dochak.shared.Ticking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Learns the lanes, the hours of tours, the days and the moments of hand-overs anew from what was delivered (PRM-5, in its simplest
 * form): looked at once a day by the world's clock, and done when a twentieth of the deliveries is new or a week has
 * passed. A busy year's lanes do not change overnight.
 */
@Component
class Relearning implements Ticking {

    private static final Logger log = LoggerFactory.getLogger(Relearning.class);

    private static final double NEW_SHARE = .05;
    private static final Duration LONGEST = Duration.ofDays(7);

    private final LaneRepository repository;
    private final CalendarRepository calendars;
    private final DepartureRepository departures;
    private final Lanes lanes;
    private final PromiseSettings settings;

    Relearning(
            LaneRepository repository,
            CalendarRepository calendars,
            DepartureRepository departures,
            Lanes lanes,
            PromiseSettings settings) {
        this.repository = repository;
        this.calendars = calendars;
        this.departures = departures;
        this.lanes = lanes;
        this.settings = settings;
    }

    @Override
    public Cadence cadence() {
        return Cadence.every(settings.relearnEvery()).awaited();
    }

    /** Counted from when lanes were last learned, so that a restart neither hastens nor delays it. */
    @Override
    public Instant firstLook(Instant start) {
        Instant last = repository.learnedAt();
        return (last == null ? start : last).plus(settings.relearnEvery());
    }

    @Override
    public boolean tick(Instant now) {
        if (isWorthwhile(now)) {
            repository.learn(now.minus(settings.learnFrom()), now);
            calendars.learnHours(now.minus(settings.learnFrom()), now);
            calendars.learnDispatchDays(now.minus(settings.learnFrom()), now);
            departures.learn(now.minus(settings.learnFrom()), now);
            lanes.refresh();
            log.info("lanes learned from the deliveries since {}", now.minus(settings.learnFrom()));
        }
        return false;
    }

    private boolean isWorthwhile(Instant now) {
        Instant last = repository.learnedAt();
        return last == null
                || !last.plus(LONGEST).isAfter(now)
                || repository.newShare(now.minus(settings.learnFrom()), last, now) >= NEW_SHARE;
    }
}
