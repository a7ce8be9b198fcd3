package kr.dochak.promise.causes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.live.LiveTopics;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.causes.SituationRepository.Figures;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import kr.dochak.tracking.hubs.Journeys;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds every ten minutes what explains most of what is late together. Between two looks what is newly late stands on lines of
 * its own.
 */
@Component
class SituationWatch implements Ticking {

    private static final Cadence CADENCE = Cadence.every(Duration.ofMinutes(10)).awaited();

    private final SituationRepository situations;
    private final Journeys journeys;
    private final CauseNumbers numbers;
    private final LiveTopics live;
    private final TransactionTemplate transaction;

    SituationWatch(
            SituationRepository situations,
            Journeys journeys,
            CauseNumbers numbers,
            LiveTopics live,
            TransactionTemplate transaction) {
        this.situations = situations;
        this.journeys = journeys;
        this.numbers = numbers;
        this.live = live;
        this.transaction = transaction;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public boolean tick(Instant now) {
        transaction.executeWithoutResult(status -> look(now));
        return false;
    }

    private void look(Instant now) {
        situations.queue();
        Map<Factor, Long> standing = situations.standing();
        List<LatePromise> late = situations.late(now);
        if (late.isEmpty() && standing.isEmpty()) {
            return;
        }
        Traffic traffic = new Traffic(situations.flows(now), journeys.usual());
        Map<Factor, List<LatePromise>> found = new SituationRule(traffic, standing.keySet(), numbers.now()).find(late);
        Map<Long, List<LatePromise>> members = new HashMap<>();
        List<Figures> figures = new ArrayList<>();
        found.forEach((factor, ones) -> {
            Long known = standing.get(factor);
            long id = known != null ? known : begin(factor, ones, standing, found.keySet(), now);
            members.put(id, ones);
            figures.add(figures(id, ones, traffic.exposed(factor)));
        });
        situations.end(
                standing.values().stream()
                        .filter(id -> !members.containsKey(id))
                        .toList(),
                now);
        situations.update(figures);
        situations.replace(members);
        live.touch(LiveTopics.BOARD);
    }

    /** A hub's situation that turns out to be its whole carrier's goes on as that. */
    private long begin(
            Factor factor, List<LatePromise> ones, Map<Factor, Long> standing, Set<Factor> found, Instant now) {
        Optional<Long> grown = standing.entrySet().stream()
                .filter(each -> factor.isWiderThan(each.getKey()) && !found.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .min(Comparator.naturalOrder());
        grown.ifPresent(id -> situations.widen(id, factor));
        return grown.orElseGet(() -> situations.begin(factor, mostly(ones), now));
    }

    private static Figures figures(long id, List<LatePromise> ones, double exposed) {
        return new Figures(
                id,
                mostly(ones),
                ones.size(),
                (int) Math.max(ones.size(), Math.round(exposed)),
                middle(ones, LatePromise::spent),
                middle(ones, LatePromise::usual));
    }

    private static DelayCause mostly(List<LatePromise> ones) {
        return ones.stream()
                .collect(Collectors.groupingBy(LatePromise::cause, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static @Nullable Duration middle(List<LatePromise> ones, Function<LatePromise, @Nullable Duration> length) {
        List<Duration> lengths = new ArrayList<>();
        for (LatePromise one : ones) {
            Duration known = length.apply(one);
            if (known != null) {
                lengths.add(known);
            }
        }
        lengths.sort(null);
        return lengths.isEmpty() ? null : lengths.get(lengths.size() / 2);
    }
}
