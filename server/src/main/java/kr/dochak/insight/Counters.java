package kr.dochak.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.PromiseFact.Settled;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the board reads without counting again: how long steps took, and how many promises of a day were kept (INS-1). */
@Component
public class Counters {

    private final CounterRepository counters;
    private final Orders orders;
    private final InsightSettings settings;
    private final InstantSource clock;

    Counters(CounterRepository counters, Orders orders, InsightSettings settings, InstantSource clock) {
        this.counters = counters;
        this.orders = orders;
        this.settings = settings;
        this.clock = clock;
    }

    /** How long each step took for what was delivered on this day; steps without a delivery are missing. */
    public List<StageLead> leads(MallId tenantId, LocalDate day) {
        return counters.leads(tenantId, day).entrySet().stream()
                .map(each -> lead(tenantId, each.getKey(), each.getValue()))
                .toList();
    }

    private StageLead lead(MallId tenantId, Step step, SortedMap<Integer, Long> counts) {
        return new StageLead(
                step,
                counts.values().stream().mapToLong(Long::longValue).sum(),
                LeadBuckets.quantile(counts, 0.5),
                LeadBuckets.quantile(counts, 0.9),
                settings.target(step, tenantId));
    }

    /** How the promises of this day ended; empty when none has. */
    public Optional<KeptDay> keptOn(MallId tenantId, LocalDate day) {
        return counters.kept(tenantId, day);
    }

    /** Counts endings, each once. */
    @Transactional
    void count(List<Settled> endings) {
        Map<PromiseId, Settled> byPromise = new LinkedHashMap<>();
        endings.stream()
                .filter(ending -> ending.outcome() != Outcome.VOID)
                .forEach(ending -> byPromise.put(ending.promiseId(), ending));
        Set<PromiseId> fresh = byPromise.isEmpty() ? Set.of() : counters.countOnce(byPromise.keySet(), clock.instant());
        List<Settled> counted = ofCustomers(byPromise.values().stream()
                .filter(ending -> fresh.contains(ending.promiseId()))
                .toList());
        if (counted.isEmpty()) {
            return;
        }
        counters.addEndings(counted.stream()
                .map(ending -> new CounterRepository.Ended(
                        ending.tenantId(), Seoul.dateOf(ending.promised().to()), ending.outcome() == Outcome.KEPT))
                .toList());
        List<CounterRepository.Measured> measured = measured(counted);
        if (!measured.isEmpty()) {
            counters.addLeads(measured);
        }
    }

    /** Without those of test orders (SET-2). */
    private List<Settled> ofCustomers(List<Settled> endings) {
        Map<OrderId, OrderSummary> known =
                orders.summaries(endings.stream().map(Settled::orderId).collect(Collectors.toSet()));
        return endings.stream()
                .filter(ending -> {
                    OrderSummary order = known.get(ending.orderId());
                    CarrierId carrier = order == null ? null : order.carrier();
                    return carrier == null || !Carrier.isTrial(carrier.value());
                })
                .toList();
    }

    private List<CounterRepository.Measured> measured(List<Settled> endings) {
        Set<OrderId> orderIds = endings.stream().map(Settled::orderId).collect(Collectors.toSet());
        Map<OrderId, OrderSummary> known = orders.summaries(orderIds);
        List<CounterRepository.Measured> measured = new ArrayList<>();
        for (Settled ending : endings) {
            measure(known.get(ending.orderId()), ending, measured);
        }
        return measured;
    }

    private static void measure(@Nullable OrderSummary order, Settled ending, List<CounterRepository.Measured> into) {
        Instant delivered = ending.deliveredAt();
        if (order == null || delivered == null) {
            return;
        }
        Instant[] times = {
            order.confirmedAt(), order.pickingAt(), order.packedAt(), ending.pickedUpAt(), ending.outAt(), delivered
        };
        for (Step step : Step.values()) {
            Instant from = times[step.ordinal()];
            Instant to = times[step.ordinal() + 1];
            if (from != null && to != null) {
                int bucket = LeadBuckets.of(Duration.between(from, to));
                into.add(new CounterRepository.Measured(order.tenantId(), Seoul.dateOf(delivered), step, bucket));
            }
        }
    }
}
