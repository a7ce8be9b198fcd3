package kr.dochak.compensation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.approvals.ApprovalWish;
import kr.dochak.approvals.Approvals;
import kr.dochak.changes.Change;
import kr.dochak.changes.Changes;
import kr.dochak.identity.StaffMember;
import kr.dochak.settings.SecondPerson;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes the compensation policy: draft, try on what happened, switch on (BEN-1). Who may do so is checked at the edge. */
@Component
public class Policies {

    private final PolicyDraftRepository drafts;
    private final CompensationPolicyRepository policies;
    private final WatchedPromiseRepository promises;
    private final Changes changes;
    private final Approvals approvals;
    private final InstantSource clock;

    Policies(
            PolicyDraftRepository drafts,
            CompensationPolicyRepository policies,
            WatchedPromiseRepository promises,
            Changes changes,
            Approvals approvals,
            InstantSource clock) {
        this.drafts = drafts;
        this.policies = policies;
        this.promises = promises;
        this.changes = changes;
        this.approvals = approvals;
        this.clock = clock;
    }

    /** Keeps a draft for ever as it is and answers its version; a correction is another draft. */
    @Transactional
    public long draft(StaffMember maker, PolicyDraft draft) {
        return drafts.insert(draft, "staff:" + maker.id());
    }

    /**
     * What a policy would have granted, by rule, for the promises that were missed from {@code from} until before
     * {@code to}, as if each delay had been noticed as it began. Nothing is given, and a version that does not exist
     * grants nothing.
     */
    @Transactional(readOnly = true)
    public Optional<List<RuleFigure>> simulate(long version, Instant from, Instant to) {
        return policies.find(version).map(policy -> simulate(policy, new MallId(drafts.tenantOf(version)), from, to));
    }

    private List<RuleFigure> simulate(CompensationPolicy policy, MallId tenantId, Instant from, Instant to) {
        Map<String, RuleFigure> figures = new HashMap<>();
        promises.missed(tenantId, from, to).stream()
                .flatMap(promise -> course(policy, promise).stream())
                .map(award -> new RuleFigure(award.rule().id(), 1, award.worth()))
                .forEach(figure -> figures.merge(figure.ruleId(), figure, RuleFigure::plus));
        return policy.rules().stream()
                .map(rule -> figures.getOrDefault(rule.id(), new RuleFigure(rule.id(), 0, Won.ZERO)))
                .toList();
    }

    /**
     * Asks another person to agree that a draft be switched on; a draft of every mall is for who looks after all of them.
     *
     * @return false when this version is no draft of their mall or of every mall
     */
    @Transactional
    public boolean propose(StaffMember maker, long version) {
        Optional<MallId> mall = drafts.mallOfDraft(version)
                .filter(each -> each.equals(MallId.DEFAULT) || each.equals(maker.tenantId()));
        mall.ifPresent(each -> approvals.ask(ApprovalWish.of(
                new SecondPerson.Wish(
                        PolicyApproval.KIND,
                        Long.toString(version),
                        each,
                        maker.id(),
                        "approvals.what.policy",
                        List.of(Long.toString(version)),
                        "/console/compensation",
                        null),
                PolicyApproval.rights(each))));
        return mall.isPresent();
    }

    /**
     * The effect of an approval: switches a draft on, at once and for every decision from now on; open delays are looked at again.
     *
     * @return false when this version is no draft, and nothing was switched
     */
    @Transactional
    boolean activate(StaffMember staff, long version) {
        Instant now = clock.instant();
        if (!drafts.activate(version, "staff:" + staff.id(), now)) {
            return false;
        }
        changes.note(Change.of("policies", version).as("policies.activation"), staff.actor());
        promises.lookAgain(new MallId(drafts.tenantOf(version)), now);
        return true;
    }

    private static List<Rule.Award> course(CompensationPolicy policy, WatchedPromise promise) {
        RuleContext begin = new RuleContext(Duration.ZERO, promise.timed(), promise.cause(), promise.total(), Map.of());
        return policy.course(begin, promise.lateAtEnd());
    }
}
