package kr.dochak.promise.areas;

import java.time.Instant;
import kr.dochak.promise.areas.WarningLog.Changes;
import kr.dochak.promise.areas.feeds.AreaAnswer.Listed;
import kr.dochak.promise.areas.feeds.AreaSource;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks one public service from time to time and writes down what is new. */
final class AreaPoll implements Ticking {

    private static final Logger log = LoggerFactory.getLogger(AreaPoll.class);

    private final AreaRoute route;
    private final AreaRepository repository;
    private final AreaWarnings warnings;
    private final TransactionTemplate transaction;

    AreaPoll(AreaRoute route, AreaRepository repository, AreaWarnings warnings, TransactionTemplate transaction) {
        this.route = route;
        this.repository = repository;
        this.warnings = warnings;
        this.transaction = transaction;
    }

    @Override
    public Cadence cadence() {
        return Cadence.every(route.every()).awaited();
    }

    @Override
    public boolean isReady() {
        return route.isOpen();
    }

    @Override
    public boolean isOutward() {
        return true;
    }

    @Override
    public boolean tick(Instant now) {
        AreaSource source = route.feed().source();
        if (route.ask(!repository.any(source), now) instanceof Listed answer) {
            take(source, answer, now);
        }
        return false;
    }

    private void take(AreaSource source, Listed answer, Instant now) {
        Changes changes = WarningLog.changes(
                repository.standing(source, now),
                answer.bulletins(),
                route.feed().tellsAll());
        if (changes.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            repository.lift(changes.lifted(), now);
            repository.touch(changes.goingOn());
            repository.begin(source, changes.begun(), now);
        });
        warnings.refresh(now);
        log.info(
                "{}: {} warnings begin, {} are over",
                source,
                changes.begun().size(),
                changes.lifted().size());
    }
}
