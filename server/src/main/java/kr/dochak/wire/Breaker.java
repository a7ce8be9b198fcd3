package kr.dochak.wire;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kr.dochak.shared.Seoul;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves a system that failed half of the time alone for a while, so that nobody waits for it. */
public final class Breaker {

    private static final Logger log = LoggerFactory.getLogger(Breaker.class);

    /**
     * When a system is left alone.
     *
     * @param lastCalls how many calls are looked at
     * @param fewestCalls before which nothing is judged
     * @param rest how long it is left alone
     * @param trials how many calls then try whether it is back
     */
    public record Rule(int lastCalls, int fewestCalls, Duration rest, int trials) {}

    /** An outcome as its caller judged it. */
    private record Judged<T>(T outcome, boolean failed) {}

    private final CircuitBreaker breaker;

    Breaker(String system, Rule rule, InstantSource clock) {
        breaker = CircuitBreaker.of(
                system,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(rule.lastCalls())
                        .minimumNumberOfCalls(rule.fewestCalls())
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(rule.rest())
                        .permittedNumberOfCallsInHalfOpenState(rule.trials())
                        .recordResult(judged -> judged instanceof Judged<?> done && done.failed())
                        .clock(clock.withZone(Seoul.ZONE))
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(change -> log.warn(
                        "{} is {} from now on",
                        system,
                        change.getStateTransition().getToState()));
    }

    /** The outcome of the call, or {@code leftAlone} without calling while the system is left alone. */
    public <T> T call(Supplier<T> call, Predicate<? super T> hasFailed, T leftAlone) {
        try {
            return breaker.executeSupplier(() -> judged(call.get(), hasFailed)).outcome();
        } catch (CallNotPermittedException e) {
            return leftAlone;
        }
    }

    private static <T> Judged<T> judged(T outcome, Predicate<? super T> hasFailed) {
        return new Judged<>(outcome, hasFailed.test(outcome));
    }

    /** Whether it failed so often that it is not called for the moment, or is only being tried again. */
    public boolean isLeftAlone() {
        return breaker.getState() != CircuitBreaker.State.CLOSED;
    }

    /** True while a call would be made. */
    public boolean isPassable() {
        if (breaker.getState() == CircuitBreaker.State.OPEN && breaker.tryAcquirePermission()) {
            breaker.releasePermission();
        }
        return breaker.getState() != CircuitBreaker.State.OPEN;
    }
}
