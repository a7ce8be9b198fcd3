package kr.dochak.compensation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.compensation.goodwill.GoodwillAnswer;
import kr.dochak.compensation.goodwill.GoodwillDesk;
import kr.dochak.compensation.goodwill.GoodwillProposal;
import kr.dochak.compensation.goodwill.GoodwillWish;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was given for broken promises, and by which rules. */
@Component
public class Compensations {

    private final GrantRepository grants;
    private final CompensationPolicyRepository policies;
    private final GoodwillDesk goodwills;

    Compensations(GrantRepository grants, CompensationPolicyRepository policies, GoodwillDesk goodwills) {
        this.grants = grants;
        this.policies = policies;
        this.goodwills = goodwills;
    }

    /** Everything granted for an order, oldest first. */
    public List<Granted> ofOrder(OrderId orderId) {
        return grants.ofOrder(orderId);
    }

    /** Everything granted for these promises, oldest first; promises without a grant are missing. */
    public Map<PromiseId, List<Granted>> ofPromises(Collection<PromiseId> promiseIds) {
        return grants.byPromise(promiseIds);
    }

    /** The rules that hold for a mall at this moment, as sentences made from the policy itself (ASR-4). */
    public List<PublicRule> rules(MallId tenantId) {
        return policies.active(Set.of(tenantId)).values().stream()
                .flatMap(policy -> policy.rules().stream())
                .map(RuleWords::sentence)
                .toList();
    }

    /**
     * The rule of each of these grants as a sentence, by grant: the rule of the policy it was given by, whatever holds today.
     */
    public Map<Long, PublicRule> rulesOf(Collection<Granted> given) {
        Map<Long, List<Rule>> rules = policies.rules(given.stream()
                .map(Granted::policyId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<Long, PublicRule> explained = new HashMap<>();
        for (Granted grant : given) {
            rules.getOrDefault(Objects.requireNonNullElse(grant.policyId(), 0L), List.of()).stream()
                    .filter(rule -> rule.id().equals(grant.ruleId()))
                    .findFirst()
                    .ifPresent(rule -> explained.put(grant.grantId(), RuleWords.sentence(rule)));
        }
        return explained;
    }

    /**
     * What these would be worth under the policy that holds now, all together, had each delay been noticed as it began.
     * Nothing is given.
     */
    public Won worth(MallId tenantId, Collection<Lateness> deliveries) {
        CompensationPolicy policy =
                Objects.requireNonNull(policies.active(Set.of(tenantId)).get(tenantId), "no compensation policy");
        return deliveries.stream()
                .flatMap(
                        one -> policy
                                .course(
                                        new RuleContext(Duration.ZERO, false, one.cause(), one.total(), Map.of()),
                                        one.late())
                                .stream())
                .map(Rule.Award::worth)
                .reduce(Won.ZERO, Won::plus);
    }

    /** A mall's grants, newest first; {@code cursor} is null for the first page. */
    public Keyset<Granted> recent(MallId tenantId, @Nullable String cursor, int limit) {
        return Keyset.of(
                grants.ofTenant(tenantId, Cursor.read(cursor).number(0, Long.MAX_VALUE), limit + 1),
                limit,
                last -> Cursor.after(last.grantId()));
    }

    /** What a mall granted from {@code from} until before {@code to}, by rule. */
    public List<RuleFigure> figures(MallId tenantId, Instant from, Instant to) {
        return grants.figures(tenantId, from, to);
    }

    /**
     * What a mall granted for promises that ended from {@code from} until before {@code to} and were kept, with the newest
     * {@code most} grants of them.
     */
    public KeptAfterAll keptAfterAll(MallId tenantId, Instant from, Instant to, int most) {
        return grants.keptAfterAll(tenantId, from, to, most);
    }

    /** What was granted from {@code from} until before {@code to}, by rule. */
    public List<RuleFigure> figures(Instant from, Instant to) {
        return grants.figures(from, to);
    }

    /** Asks for something beyond the policy (BEN-4). */
    public GoodwillProposal propose(StaffMember maker, GoodwillWish wish) {
        return goodwills.propose(maker, wish);
    }

    /** Approves a goodwill; with the last approval it needs (BEN-4) the customer has the points. */
    public GoodwillAnswer approve(StaffMember approver, long goodwillId) {
        return goodwills.approve(approver, goodwillId);
    }

    /**
     * Ends a pending goodwill without giving: by its maker, or by someone who may approve.
     *
     * @return false when it stays as it is: decided before, another mall's, or not for this person to refuse
     */
    public boolean refuse(StaffMember staff, long goodwillId) {
        return goodwills.refuse(staff, goodwillId);
    }
}
