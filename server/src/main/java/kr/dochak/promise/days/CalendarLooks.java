package kr.dochak.promise.days;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import kr.dochak.calendar.CalendarFact.CalendarChanged;
import kr.dochak.calendar.Scope;
import kr.dochak.promise.KnowledgeInUse;
import kr.dochak.promise.days.CalendarLookRepository.OpenLook;
import kr.dochak.promise.days.CalendarLookRepository.Reach;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.time.Ticking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When a day was declared or withdrawn, brings the next look at every promise that it moves forward to now, some thousands at
 * a time; the promises' own timers then do what they always do. The windows are computed by the new calendar from the first
 * of these looks on.
 */
@Component
public class CalendarLooks implements Ticking {

    private static final int MOST = 2_000;

    private final CalendarLookRepository repository;
    private final KnowledgeInUse knowledge;

    CalendarLooks(CalendarLookRepository repository, KnowledgeInUse knowledge) {
        this.repository = repository;
        this.knowledge = knowledge;
    }

    /** May be repeated. */
    void begin(CalendarChanged fact) {
        repository.begin(fact);
        knowledge.reload();
    }

    /** Another process than the one that heard of the change may do this, so it reads the calendars first. */
    @Override
    public boolean tick(Instant now) {
        Optional<OpenLook> open = repository.next();
        open.ifPresent(look -> {
            if (look.lookedTo() == 0) {
                knowledge.reload();
            }
            repository.look(look, MOST, now);
        });
        return open.isPresent();
    }

    /** Which promises a day would move, were it declared or withdrawn now. */
    public CalendarEffect effect(LocalDate day, Scope scope, @Nullable CarrierId carrier, @Nullable MallId mall) {
        return repository.effect(
                new Reach(day, scope, scope == Scope.CARRIER ? carrier : null, scope == Scope.MALL ? mall : null));
    }

    /** How far the promises of these days have been looked at, by the id of the day. */
    public Map<Long, CalendarLook> of(Collection<Long> dayIds) {
        return repository.of(dayIds);
    }
}
