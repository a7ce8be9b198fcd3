package kr.dochak.console.policies;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import kr.dochak.compensation.Policies;
import kr.dochak.compensation.PolicyDraft;
import kr.dochak.compensation.RuleFigure;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;
import org.springframework.stereotype.Component;

/** Tries a policy on what happened (BEN-1). */
@Component
class PolicyPreviews {

    private static final Duration SPAN = Duration.ofDays(30);

    private final Policies policies;

    PolicyPreviews(Policies policies) {
        this.policies = policies;
    }

    /** On the missed promises of this mall. */
    PolicyPreview of(PolicyDraft draft, MallId mall, Instant now) {
        List<RuleFigure> figures = policies.simulate(draft, mall, now.minus(SPAN), now);
        Won before = policies.simulate(policies.inForce(mall), mall, now.minus(SPAN), now).stream()
                .map(RuleFigure::worth)
                .reduce(Won.ZERO, Won::plus);
        return new PolicyPreview(
                Policies.sentences(draft),
                figures.stream().collect(Collectors.toMap(RuleFigure::ruleId, each -> each)),
                before);
    }
}
