package kr.dochak.compensation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.compensation.Claims.Claim;
import kr.dochak.compensation.CompensationFact.CompensationsGranted;
import kr.dochak.compensation.CompensationFact.DecidedDelay;
import kr.dochak.compensation.CompensationFact.DelaysDecided;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.promise.PromiseFact.Delay;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.PromiseFact.Reopened;
import kr.dochak.promise.PromiseFact.Settled;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Moments;
import kr.dochak.shared.PromiseId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compensates without being asked: when a delay is found, again as it grows, and once more when the promise has ended. Each
 * of the three may come twice, late or in another order and still gives each rule once (BEN-2), since all go through the
 * promise's own row first.
 */
@Component
class CompensationDesk {

    private static final int MOST_AT_ONCE = 500;

    private final WatchedPromiseRepository promises;
    private final CompensationPolicyRepository policies;
    private final Granting granting;
    private final Claims claims;
    private final ApplicationEventPublisher facts;
    private final InstantSource clock;

    CompensationDesk(
            WatchedPromiseRepository promises,
            CompensationPolicyRepository policies,
            Granting granting,
            Claims claims,
            ApplicationEventPublisher facts,
            InstantSource clock) {
        this.promises = promises;
        this.policies = policies;
        this.granting = granting;
        this.claims = claims;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Decides delays that were found. What is given now is earned with 90 % certainty: lateness counts to the early end of
     * the expected window, and at least to the moment of finding.
     */
    @Transactional
    void decide(List<Delay> delays) {
        Map<PromiseId, Delay> byPromise =
                newest(delays, Delay::promiseId, (a, b) -> a.foundAt().isAfter(b.foundAt()) ? a : b);
        List<WatchedPromise> watched = promises.find(byPromise.values());
        if (watched.isEmpty()) {
            return;
        }
        Map<WatchedPromise, Duration> late = new LinkedHashMap<>();
        for (WatchedPromise promise : watched) {
            Delay delay = byPromise.get(promise.promiseId());
            if (delay != null && (promise.isOpen() || promise.outcome() == Outcome.MISSED)) {
                late.put(promise, promise.isOpen() ? promise.lateBy(earliest(delay)) : promise.lateAtEnd());
            }
        }
        Map<PromiseId, List<Granted>> granted =
                assess(late, clock.instant()).stream().collect(Collectors.groupingBy(Granted::promiseId));
        byPromise
                .keySet()
                .retainAll(watched.stream().map(WatchedPromise::promiseId).collect(Collectors.toSet()));
        facts.publishEvent(new DelaysDecided(byPromise.values().stream()
                .map(delay -> new DecidedDelay(delay, granted.getOrDefault(delay.promiseId(), List.of())))
                .toList()));
    }

    /** Looks again at open promises that may have become late enough for another rule; true when there may be more. */
    @Transactional
    boolean grow(Instant now) {
        List<WatchedPromise> due = promises.claimDue(now, MOST_AT_ONCE);
        Map<WatchedPromise, Duration> late = new LinkedHashMap<>();
        due.forEach(promise -> late.put(promise, promise.lateBy(now)));
        publish(assess(late, now));
        return due.size() == MOST_AT_ONCE;
    }

    /** Closes promises that ended; missed ones get what is still owed, kept ones cost one statement for all of them. */
    @Transactional
    void settle(List<Settled> endings) {
        Map<PromiseId, Settled> byPromise =
                newest(endings, Settled::promiseId, (a, b) -> a.at().isAfter(b.at()) ? a : b);
        Map<WatchedPromise, Duration> late = new LinkedHashMap<>();
        List<WatchedPromise> ended = promises.settle(byPromise.values());
        List<PromiseId> keptPromises = ended.stream()
                .filter(promise -> promise.outcome() != Outcome.MISSED)
                .map(WatchedPromise::promiseId)
                .toList();
        if (!keptPromises.isEmpty()) {
            promises.markKeptAfterAll(keptPromises);
        }
        ended.stream()
                .filter(promise -> promise.outcome() == Outcome.MISSED)
                .forEach(promise -> late.put(promise, promise.lateAtEnd()));
        publish(assess(late, clock.instant()));
    }

    /** Promises whose delivery was none are judged again when they end; what was given for them stays given. */
    @Transactional
    void reopen(List<Reopened> reopened) {
        promises.reopen(
                reopened.stream().map(Reopened::promiseId).toList(),
                reopened.getFirst().at());
    }

    private List<Granted> assess(Map<WatchedPromise, Duration> late, Instant now) {
        if (late.isEmpty()) {
            return List.of();
        }
        Map<MallId, CompensationPolicy> active = policies.active(
                late.keySet().stream().map(WatchedPromise::tenantId).collect(Collectors.toSet()));
        Map<PromiseId, Claim> standing = claims.of(late.keySet());
        List<Assessment> assessments = late.entrySet().stream()
                .filter(e -> !Objects.requireNonNull(standing.get(e.getKey().promiseId()))
                        .trial())
                .map(e ->
                        assess(Objects.requireNonNull(standing.get(e.getKey().promiseId())), e.getValue(), active, now))
                .toList();
        schedule(assessments);
        return granting.give(
                assessments.stream().flatMap(a -> a.grants().stream()).toList(), clock.instant());
    }

    private static Assessment assess(Claim claim, Duration late, Map<MallId, CompensationPolicy> active, Instant now) {
        CompensationPolicy policy = active.get(claim.promise().tenantId());
        if (policy == null) {
            throw new IllegalStateException("no compensation policy is active for tenant "
                    + claim.promise().tenantId());
        }
        return Assessment.of(claim.promise(), late, claim.promise().lateBy(now), policy, claim.already());
    }

    private void schedule(List<Assessment> assessments) {
        Map<PromiseId, @Nullable Instant> nextChecks = new HashMap<>();
        assessments.stream()
                .filter(a -> a.promise().isOpen())
                .forEach(a -> nextChecks.put(a.promise().promiseId(), a.nextCheck()));
        if (!nextChecks.isEmpty()) {
            promises.schedule(nextChecks);
        }
    }

    private void publish(List<Granted> granted) {
        if (!granted.isEmpty()) {
            facts.publishEvent(new CompensationsGranted(granted));
        }
    }

    private static Instant earliest(Delay delay) {
        Instant expected = delay.expected().from();
        return Moments.later(expected, delay.foundAt());
    }

    // one fact may name a promise twice; a statement may not
    private static <T> Map<PromiseId, T> newest(
            Collection<T> all, Function<T, PromiseId> promiseId, BinaryOperator<T> newer) {
        return all.stream().collect(Collectors.toMap(promiseId, Function.identity(), newer, LinkedHashMap::new));
    }
}
