package kr.dochak.console.windows;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.dochak.compensation.Compensations;
import kr.dochak.promise.Promises;
import kr.dochak.promise.accuracy.Accuracy;
import kr.dochak.promise.windows.DayChances;
import kr.dochak.shared.MallId;
import kr.dochak.time.TimedCache;
import kr.dochak.time.WorldClock;
import org.springframework.stereotype.Component;

/** Makes the what-if of a mall, at most once in five minutes however many look at it. */
@Component
class WhatIfs {

    private static final int MOST_ORDERS = 20_000;
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final List<Integer> QUANTILES = List.of(50, 55, 60, 65, 70, 75, 80, 85, 90, 92, 94, 96, 98);

    private record Question(MallId tenantId, int present) {}

    private final Accuracy accuracy;
    private final Promises promises;
    private final Compensations compensations;
    private final WorldClock clock;
    private final Cache<Question, WhatIf> made = TimedCache.lasting(FRESH, InstantSource.system());

    WhatIfs(Accuracy accuracy, Promises promises, Compensations compensations, WorldClock clock) {
        this.accuracy = accuracy;
        this.promises = promises;
        this.compensations = compensations;
        this.clock = clock;
    }

    /** @param present the quantile in force, which is always among the choices */
    WhatIf of(MallId tenantId, int present) {
        if (clock.mode() == WorldClock.Mode.DRIVEN) {
            return make(tenantId, present);
        }
        return made.get(new Question(tenantId, present), asked -> make(asked.tenantId(), asked.present()));
    }

    /** When an order placed now would come, on the busiest ways. */
    List<LaneChances> lanes(MallId tenantId, int present, WhatIf whatIf) {
        return whatIf.busiest().stream()
                .map(way -> {
                    DayChances chances = promises.chances(tenantId, way, clock.instant());
                    return new LaneChances(way, chances.choices(), chances.promised(present));
                })
                .toList();
    }

    private WhatIf make(MallId tenantId, int present) {
        List<Integer> quantiles = Stream.concat(
                        QUANTILES.stream(), IntStream.of(present).boxed())
                .distinct()
                .sorted()
                .toList();
        return WhatIf.of(
                accuracy.lastMonth(tenantId, MOST_ORDERS),
                quantiles,
                order -> promises.chances(tenantId, order.way(), order.window(), order.confirmedAt()),
                late -> compensations.worth(tenantId, late));
    }
}
