package kr.dochak.compensation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;

/**
 * The public policy (BEN-1): what a broken promise is worth. The best single rule wins, rules that add come on top.
 *
 * <p>A delay that grows is topped up: each rule gives at most once for a promise, and a later one gives in points what
 * exceeds the worth of what the promise already got. A coupon that is worth more is given in full, since half a coupon
 * is none, and nothing is ever taken back.
 *
 * @param terms by the name of a {@link DelayCause}, with {@link #UNKNOWN} for every other
 */
record CompensationPolicy(long version, List<Rule> rules, Map<String, CauseTerms> terms) {

    static final String UNKNOWN = "UNKNOWN";

    CompensationPolicy {
        if (!terms.containsKey(UNKNOWN)) {
            throw new IllegalArgumentException("policy " + version + " does not say what an unknown cause means");
        }
    }

    Decision decide(RuleContext situation) {
        if (!termsOf(situation.cause()).compensated()) {
            return new Decision.Refused(Decision.Reason.CAUSE_EXCLUDED);
        }
        List<Rule> met = rules.stream().filter(rule -> rule.isMetBy(situation)).toList();
        if (met.isEmpty()) {
            return new Decision.Refused(Decision.Reason.NO_RULE_MET);
        }
        List<Rule.Award> awards = new ArrayList<>();
        bestOf(met, situation).ifPresent(awards::add);
        met.stream()
                .filter(rule -> rule.adds() && isNew(rule, situation))
                .forEach(rule -> rule.above(Won.ZERO, situation.total()).ifPresent(awards::add));
        return awards.isEmpty()
                ? new Decision.Refused(Decision.Reason.ALREADY_GIVEN)
                : new Decision.Granted(List.copyOf(awards));
    }

    /** All that a promise gets whose delay is noticed as it begins and grows until it is {@code end} late. */
    List<Rule.Award> course(RuleContext begin, Duration end) {
        List<Rule.Award> awards = new ArrayList<>();
        Map<String, Won> already = new HashMap<>(begin.already());
        Optional<Duration> late = Optional.of(begin.late());
        while (late.isPresent() && late.get().compareTo(end) <= 0) {
            RuleContext now = new RuleContext(late.get(), begin.timed(), begin.cause(), begin.total(), already);
            if (decide(now) instanceof Decision.Granted granted) {
                awards.addAll(granted.awards());
                granted.awards().forEach(award -> already.put(award.rule().id(), award.worth()));
            }
            late = nextThreshold(now);
        }
        return awards;
    }

    /**
     * How late it must get before another rule can be met; empty when time alone brings no more. Under a cause that is not compensated too: by
     * then another may have been found.
     */
    Optional<Duration> nextThreshold(RuleContext situation) {
        return rules.stream()
                .filter(rule -> isNew(rule, situation))
                .flatMap(rule -> rule.threshold(situation).stream())
                .filter(threshold -> threshold.compareTo(situation.late()) > 0)
                .min(Duration::compareTo);
    }

    CauseTerms termsOf(@Nullable DelayCause cause) {
        CauseTerms named = cause == null ? null : terms.get(cause.name());
        return named != null ? named : Objects.requireNonNull(terms.get(UNKNOWN));
    }

    private Optional<Rule.Award> bestOf(List<Rule> met, RuleContext situation) {
        return met.stream()
                .filter(rule -> !rule.adds())
                .reduce((best, rule) -> isBetter(rule, best, situation.total()) ? rule : best)
                .filter(best -> isNew(best, situation))
                .flatMap(best -> best.above(got(situation), situation.total()));
    }

    // of two that are worth the same the earlier in the policy stays
    private static boolean isBetter(Rule rule, Rule best, Won total) {
        return rule.worth(total).compareTo(best.worth(total)) > 0;
    }

    private Won got(RuleContext situation) {
        List<String> adding = rules.stream().filter(Rule::adds).map(Rule::id).toList();
        return situation.already().entrySet().stream()
                .filter(given -> !adding.contains(given.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Won.ZERO, Won::plus);
    }

    private static boolean isNew(Rule rule, RuleContext situation) {
        return !situation.already().containsKey(rule.id());
    }
}
