package kr.dochak.compensation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;

/** One look at a promise: what the policy gives it now, and when to look again while it stays open. */
record Assessment(WatchedPromise promise, List<Grant> grants, Optional<Duration> nextThreshold) {

    /**
     * @param late what counts when it is decided now
     * @param reached how late it is by now: a cause that is not compensated may be revised before it is any later
     */
    static Assessment of(
            WatchedPromise promise,
            Duration late,
            Duration reached,
            CompensationPolicy policy,
            Map<String, Won> already) {
        RuleContext situation = new RuleContext(late, promise.timed(), promise.cause(), promise.total(), already);
        List<Grant> grants = new ArrayList<>();
        Map<String, Won> then = new HashMap<>(already);
        if (policy.decide(situation) instanceof Decision.Granted granted) {
            for (Rule.Award award : granted.awards()) {
                grants.add(new Grant(promise, late, policy, award));
                then.put(award.rule().id(), award.worth());
            }
        }
        Duration seen = policy.termsOf(promise.cause()).compensated() ? late : reached;
        RuleContext after = new RuleContext(seen, promise.timed(), promise.cause(), promise.total(), then);
        return new Assessment(promise, List.copyOf(grants), policy.nextThreshold(after));
    }

    @Nullable Instant nextCheck() {
        return promise.isOpen() ? nextThreshold.map(promise.promisedTo()::plus).orElse(null) : null;
    }
}
