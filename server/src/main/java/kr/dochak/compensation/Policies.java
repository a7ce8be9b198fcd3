package kr.dochak.compensation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kr.dochak.approvals.ApprovalAnswer;
import kr.dochak.approvals.ApprovalRequest;
import kr.dochak.approvals.ApprovalWish;
import kr.dochak.approvals.Approvals;
import kr.dochak.changes.Actor;
import kr.dochak.changes.Change;
import kr.dochak.changes.Changes;
import kr.dochak.identity.StaffMember;
import kr.dochak.settings.SecondPerson;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;
import kr.dochak.time.Ticking;
import org.jspecify.annotations.Nullable;
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

    /** Where a version stands. */
    public enum State {
        DRAFT,
        ACTIVE,
        RETIRED
    }

    /**
     * A version with its life (BEN-1).
     *
     * @param mall whose it is; {@link MallId#DEFAULT} for every mall without one of its own
     * @param makerId who made it; null for the first one, which came with the product
     * @param wantedAt from when it is to hold; null for as soon as it is agreed to
     * @param agreed whether it only waits for that moment
     * @param request how it was asked about; null when nobody has asked
     */
    public record Version(
            long id,
            MallId mall,
            State state,
            @Nullable Long makerId,
            @Nullable Instant madeAt,
            @Nullable Instant wantedAt,
            boolean agreed,
            @Nullable Instant activeFrom,
            @Nullable ApprovalRequest request) {

        Version asked(@Nullable ApprovalRequest by) {
            return new Version(id, mall, state, makerId, madeAt, wantedAt, agreed, activeFrom, by);
        }

        /** Whether somebody may still decide about it. */
        public boolean isWaiting() {
            return state == State.DRAFT && request != null && request.isOpen();
        }

        /** Whether it begins by itself when its moment comes. */
        public boolean isSoon() {
            return state == State.DRAFT && agreed;
        }
    }

    /** An agreed draft whose moment has come, and who agreed. */
    record Begun(long version, String agreedBy) {}

    /** Versions of a mall and of all malls, newest first; {@code cursor} is null for the first page. */
    public Keyset<Version> history(MallId mall, @Nullable String cursor, int limit) {
        List<Version> page = asked(drafts.history(mall, Cursor.read(cursor).number(0, Long.MAX_VALUE), limit + 1));
        return Keyset.of(page, limit, last -> Cursor.after(last.id()));
    }

    /** A version of this mall or of all malls. */
    public Optional<Version> version(MallId mall, long id) {
        return drafts.find(id)
                .filter(each ->
                        each.mall().equals(MallId.DEFAULT) || each.mall().equals(mall))
                .map(each -> asked(List.of(each)).getFirst());
    }

    private List<Version> asked(List<Version> versions) {
        Map<String, ApprovalRequest> requests = new HashMap<>();
        approvals
                .newest(
                        PolicyApproval.KIND,
                        versions.stream().map(each -> Long.toString(each.id())).toList())
                .forEach(request -> requests.put(request.subject(), request));
        return versions.stream()
                .map(each -> each.asked(requests.get(Long.toString(each.id()))))
                .toList();
    }

    /** What a version says. */
    public PolicyDraft content(Version version) {
        CompensationPolicy policy = policies.find(version.id()).orElseThrow();
        return new PolicyDraft(version.mall(), policy.rules(), policy.terms());
    }

    /** What holds for a mall now. */
    public PolicyDraft inForce(MallId mall) {
        CompensationPolicy policy =
                Objects.requireNonNull(policies.active(Set.of(mall)).get(mall));
        return new PolicyDraft(mall, policy.rules(), policy.terms());
    }

    /** The rules of a draft as sentences. */
    public static List<PublicRule> sentences(PolicyDraft draft) {
        return draft.rules().stream().map(RuleWords::sentence).toList();
    }

    /** What a draft would have granted, as {@link #simulate(long, Instant, Instant)}. */
    @Transactional(readOnly = true)
    public List<RuleFigure> simulate(PolicyDraft draft, MallId mall, Instant from, Instant to) {
        return simulate(new CompensationPolicy(0, draft.rules(), draft.terms()), mall, from, to);
    }

    /** Keeps a draft and asks another person to agree; with {@code from} it begins at that moment, else at once. */
    @Transactional
    public long ask(StaffMember maker, PolicyDraft draft, @Nullable Instant from) {
        long version = drafts.insert(draft, "staff:" + maker.id(), from, clock.instant());
        propose(maker, version);
        return version;
    }

    /**
     * Takes back what is not in force: the maker while others decide, and anybody who may change policies before an agreed one begins.
     *
     * @return false when it stays as it is
     */
    @Transactional
    public boolean takeBack(StaffMember staff, Version version) {
        if (version.isSoon()) {
            boolean back = drafts.takeBack(version.id());
            if (back) {
                changes.note(Change.of("policies", version.id()).as("policies.start.withdrawal"), staff.actor());
            }
            return back;
        }
        return approvals.withdrawOwn(staff, PolicyApproval.KIND, Long.toString(version.id()))
                instanceof ApprovalAnswer.Decided;
    }

    /** Keeps a draft for ever as it is and answers its version; a correction is another draft. */
    @Transactional
    public long draft(StaffMember maker, PolicyDraft draft) {
        return drafts.insert(draft, "staff:" + maker.id(), null, clock.instant());
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
                        "/console/compensation/policies/" + version,
                        null),
                PolicyApproval.rights(each))));
        return mall.isPresent();
    }

    /**
     * The effect of an approval: switches a draft on for every decision from now on, or has it wait for its moment.
     *
     * @return false when this version is no draft, and nothing was switched
     */
    @Transactional
    boolean activate(StaffMember staff, long version) {
        Instant now = clock.instant();
        Instant from = drafts.find(version).map(Version::wantedAt).orElse(null);
        String by = "staff:" + staff.id();
        return from != null && from.isAfter(now) ? drafts.agree(version, by) : begin(version, by, staff.actor(), now);
    }

    /** Open delays are looked at again. */
    private boolean begin(long version, String by, Actor actor, Instant now) {
        if (!drafts.activate(version, by, now)) {
            return false;
        }
        changes.note(Change.of("policies", version).as("policies.activation"), actor);
        promises.lookAgain(new MallId(drafts.tenantOf(version)), now);
        return true;
    }

    /** Switches on what was agreed to for this moment. */
    @Component("PolicyStarts")
    static class PolicyStarts implements Ticking {

        private final Policies policies;

        PolicyStarts(Policies policies) {
            this.policies = policies;
        }

        @Override
        public boolean tick(Instant now) {
            return policies.beginDue(now);
        }

        @Override
        public @Nullable Instant nextDue() {
            return policies.nextStart();
        }
    }

    @Nullable Instant nextStart() {
        return drafts.nextDue();
    }

    @Transactional
    boolean beginDue(Instant now) {
        List<Begun> due = drafts.due(now);
        for (Begun each : due) {
            MallId mall = new MallId(drafts.tenantOf(each.version()));
            begin(each.version(), each.agreedBy(), new Actor(mall, null, each.agreedBy(), "", "", null), now);
        }
        return !due.isEmpty();
    }

    private static List<Rule.Award> course(CompensationPolicy policy, WatchedPromise promise) {
        RuleContext begin = new RuleContext(Duration.ZERO, promise.timed(), promise.cause(), promise.total(), Map.of());
        return policy.course(begin, promise.lateAtEnd());
    }
}
