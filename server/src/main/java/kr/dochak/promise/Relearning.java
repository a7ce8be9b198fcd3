package kr.dochak.promise;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.promise.silence.GapLearning;
import kr.dochak.promise.windows.CalendarRepository;
import kr.dochak.promise.windows.DepartureRepository;
import kr.dochak.promise.windows.LaneRepository;
import kr.dochak.promise.windows.PromiseNumbers;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Learns the lanes, the hours of tours, the days and moments of hand-overs and the usual gaps anew from what was delivered (PRM-5, in its simplest
 * form): looked at once a day by the world's clock, and done when a twentieth of the deliveries is new or a week has
 * passed. A busy year's lanes do not change overnight.
 */
@Component
public class Relearning implements Ticking {

    private static final Logger log = LoggerFactory.getLogger(Relearning.class);

    private static final double NEW_SHARE = .05;
    private static final Duration LONGEST = Duration.ofDays(7);

    private final LaneRepository repository;
    private final CalendarRepository calendars;
    private final DepartureRepository departures;
    private final GapLearning gaps;
    private final KnowledgeInUse knowledge;
    private final PromiseNumbers numbers;
    private final TransactionTemplate transaction;

    Relearning(
            LaneRepository repository,
            CalendarRepository calendars,
            DepartureRepository departures,
            GapLearning gaps,
            KnowledgeInUse knowledge,
            PromiseNumbers numbers,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.calendars = calendars;
        this.departures = departures;
        this.gaps = gaps;
        this.knowledge = knowledge;
        this.numbers = numbers;
        this.transaction = transaction;
    }

    @Override
    public Cadence cadence() {
        return Cadence.every(numbers.relearnEvery()).awaited();
    }

    /** Counted from when lanes were last learned, so that a restart neither hastens nor delays it. */
    @Override
    public Instant firstLook(Instant start) {
        Instant last = repository.learnedAt();
        return (last == null ? start : last).plus(numbers.relearnEvery());
    }

    @Override
    public boolean tick(Instant now) {
        if (isWorthwhile(now)) {
            learn(now);
        }
        return false;
    }

    /** Learns at once, however little is new, and takes it into use. */
    public void learn(Instant now) {
        Instant from = now.minus(numbers.learnFrom());
        transaction.executeWithoutResult(status -> learn(from, now));
        knowledge.reload();
        log.info("lanes learned from the deliveries since {}", from);
    }

    /** In one transaction: other processes see all of it or nothing. */
    private void learn(Instant from, Instant now) {
        repository.learn(from, now);
        calendars.learnHours(from, now);
        calendars.learnDispatchDays(from, now);
        departures.learn(from, now);
        gaps.learn(from, now, knowledge.current().calendars());
    }

    private boolean isWorthwhile(Instant now) {
        Instant last = repository.learnedAt();
        return last == null
                || !last.plus(LONGEST).isAfter(now)
                || repository.newShare(now.minus(numbers.learnFrom()), last, now) >= NEW_SHARE;
    }
}
