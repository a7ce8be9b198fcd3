package kr.dochak.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import kr.dochak.alerts.AlertKind.Look;
import kr.dochak.alerts.AlertRepository.Open;
import kr.dochak.identity.Mall;
import kr.dochak.identity.Malls;
import kr.dochak.shared.MallId;
import kr.dochak.time.Ticking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks, kind by kind and as often as each wants, at what stands and what is over; an alert closes itself with its cause (MSG-7). */
@Component
class AlertWatch implements Ticking {

    private static final Logger log = LoggerFactory.getLogger(AlertWatch.class);
    /** What could not be looked at is not asked again with every beat. */
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(30);

    private final AlertKinds kinds;
    private final AlertRepository repository;
    private final AlertSettings settings;
    private final AlertBell bell;
    private final Malls malls;
    private final TransactionTemplate transaction;
    private final Map<String, Instant> next = new ConcurrentHashMap<>();

    AlertWatch(
            AlertKinds kinds,
            AlertRepository repository,
            AlertSettings settings,
            AlertBell bell,
            Malls malls,
            TransactionTemplate transaction) {
        this.kinds = kinds;
        this.repository = repository;
        this.settings = settings;
        this.bell = bell;
        this.malls = malls;
        this.transaction = transaction;
    }

    /** Looks at a kind with the next beat. */
    void soon(AlertKind kind) {
        next.put(kind.key(), Instant.MIN);
    }

    @Override
    public boolean tick(Instant now) {
        List<AlertKind> due = kinds.all().stream()
                .filter(each -> !next.getOrDefault(each.key(), Instant.MIN).isAfter(now))
                .toList();
        if (!due.isEmpty()) {
            due.forEach(each -> next.put(each.key(), now.plus(each.every())));
            Map<String, List<Open>> open =
                    repository.open(due.stream().map(AlertKind::key).toList());
            due.forEach(kind -> look(kind, open.getOrDefault(kind.key(), List.of()), now));
        }
        return false;
    }

    private void look(AlertKind kind, List<Open> standing, Instant now) {
        try {
            Map<MallId, List<Open>> open = standing.stream().collect(Collectors.groupingBy(Open::mall));
            for (MallId mall : places(kind, open.keySet())) {
                look(kind, mall, open.getOrDefault(mall, List.of()), now);
            }
        } catch (RuntimeException e) {
            next.put(kind.key(), now.plus(AFTER_A_FAILURE));
            log.warn("whether {} stands could not be seen", kind.key(), e);
        }
    }

    private Collection<MallId> places(AlertKind kind, Set<MallId> open) {
        if (kind.ofHouse()) {
            return Set.of(MallId.DEFAULT);
        }
        return kind.look() instanceof Look.Lasting
                ? open
                : malls.all().stream().map(Mall::tenantId).toList();
    }

    private void look(AlertKind kind, MallId mall, List<Open> open, Instant now) {
        switch (kind.look()) {
            case Look.Standing look -> settle(kind, mall, look.standing(mall), open, now);
            case Look.Lasting look -> {
                Set<String> objects = open.stream().map(Open::object).collect(Collectors.toCollection(HashSet::new));
                objects.removeAll(look.lasting(mall, Set.copyOf(objects)));
                close(kind, mall, objects, now);
            }
        }
    }

    private void settle(AlertKind kind, MallId mall, List<AlertCause> standing, List<Open> open, Instant now) {
        Map<String, Long> counts = open.stream().collect(Collectors.toMap(Open::object, Open::count));
        List<AlertCause> others = standing.stream()
                .filter(each -> !Long.valueOf(each.weight()).equals(counts.get(each.object())))
                .toList();
        Set<String> over = new HashSet<>(counts.keySet());
        standing.forEach(each -> over.remove(each.object()));
        if (!others.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                repository.queue(kind, mall);
                repository.stands(kind, mall, others, now);
                if (others.stream().anyMatch(each -> !counts.containsKey(each.object()))) {
                    repository.gather(kind, mall, settings.stormFrom(mall), now);
                    bell.changed(mall);
                }
            });
        }
        close(kind, mall, over, now);
    }

    private void close(AlertKind kind, MallId mall, Set<String> over, Instant now) {
        if (!over.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                repository.queue(kind, mall);
                repository.over(kind.key(), mall, over, now);
                bell.changed(mall);
            });
        }
    }
}
