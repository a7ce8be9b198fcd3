package kr.dochak.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kr.dochak.ProductTest;
import kr.dochak.approvals.ApprovalAnswer;
import kr.dochak.approvals.Approvals;
import kr.dochak.benefits.Benefits;
import kr.dochak.compensation.CauseTerms.Bearer;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.identity.StaffMember;
import kr.dochak.promise.PromiseFact.Delay;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.PromiseFact.Settled;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.TimeWindow;
import kr.dochak.shared.Won;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A mall's own policy; tenant 78 is nobody else's, so that the default stays as the other tests expect it. */
@ProductTest
class PoliciesTests {

    private static final MallId MALL = new MallId(78);
    private static final long PROMISE = 8_900_000;
    private static final StaffMember ADMIN = new StaffMember(5, MALL, "관리자", Set.of(StaffMember.Role.ADMIN));

    private final Policies policies;
    private final Approvals approvals;
    private final Compensations compensations;
    private final CompensationDesk desk;
    private final Benefits benefits;
    private final WorldClock clock;

    @Autowired
    PoliciesTests(
            Policies policies,
            Approvals approvals,
            Compensations compensations,
            CompensationDesk desk,
            Benefits benefits,
            WorldClock clock) {
        this.policies = policies;
        this.approvals = approvals;
        this.compensations = compensations;
        this.desk = desk;
        this.benefits = benefits;
        this.clock = clock;
    }

    @Test
    void BEN_1_a_draft_is_tried_on_what_happened_and_holds_once_activated() {
        Instant promisedTo = clock.instant();
        TimeWindow promised = new TimeWindow(promisedTo.minusSeconds(60), promisedTo);
        desk.settle(List.of(
                missed(new PromiseId(PROMISE), promised, Duration.ofMinutes(90)),
                missed(new PromiseId(PROMISE + 1), promised, Duration.ofHours(5))));
        desk.decide(List.of(open(new PromiseId(PROMISE + 2), promised)));
        assertThat(compensations.ofOrder(new OrderId(PROMISE + 1))).isEmpty();

        long version = policies.draft(
                ADMIN,
                new PolicyDraft(
                        MALL,
                        List.of(late("late-1h", 60, 700), late("late-4h", 240, 1_500)),
                        Map.of("UNKNOWN", new CauseTerms(true, Map.of(Bearer.PLATFORM, 100)))));
        assertThat(policies.simulate(version, promisedTo, promisedTo.plus(Duration.ofDays(1)))
                        .orElseThrow())
                .containsExactly(
                        new RuleFigure("late-1h", 2, new Won(1_400)), new RuleFigure("late-4h", 1, new Won(800)));
        assertThat(compensations.rules(MALL)).as("a draft does not hold").hasSize(5);

        assertThat(policies.activate(ADMIN, version)).isTrue();
        assertThat(compensations.rules(MALL))
                .extracting(PublicRule::korean)
                .containsExactly("배송이 1시간 이상 늦으면 700P를 드려요", "배송이 4시간 이상 늦으면 1,500P를 드려요");
        assertThat(compensations.rules(new MallId(MALL.value() + 1)))
                .as("other malls keep the default")
                .hasSize(5);
        while (desk.grow(promisedTo.plus(Duration.ofHours(2)))) {}
        assertThat(benefits.balanceOf(new PersonId(PROMISE + 2)))
                .as("an open delay is looked at again")
                .isEqualTo(new Won(700));
        assertThat(policies.activate(ADMIN, version)).isFalse();
        assertThat(policies.simulate(-1, promisedTo, promisedTo)).isEmpty();
    }

    @Test
    void BEN_1_an_agreed_policy_begins_at_its_moment_unless_it_is_taken_back_before() {
        MallId mall = new MallId(80);
        StaffMember maker = new StaffMember(7, mall, "쓴이", Set.of(StaffMember.Role.ADMIN));
        StaffMember other = new StaffMember(8, mall, "보는이", Set.of(StaffMember.Role.ADMIN));
        Instant from = clock.instant().plus(Duration.ofDays(2));
        long first = policies.ask(maker, draft(mall, late("late-2h", 120, 300)), from);
        long second = policies.ask(maker, draft(mall, late("late-3h", 180, 400)), from);
        for (long version : List.of(first, second)) {
            assertThat(approvals.decide(maker, PolicyApproval.KIND, Long.toString(version), true, ""))
                    .isEqualTo(new ApprovalAnswer.NotAllowed(ApprovalAnswer.Reason.OWN));
            assertThat(approvals.decide(other, PolicyApproval.KIND, Long.toString(version), true, ""))
                    .isInstanceOf(ApprovalAnswer.Decided.class);
        }
        assertThat(policies.version(mall, first).orElseThrow().isSoon()).isTrue();
        assertThat(policies.version(new MallId(81), first))
                .as("of another mall")
                .isEmpty();
        assertThat(policies.beginDue(from.minusSeconds(1))).isFalse();
        assertThat(compensations.rules(mall)).hasSize(5);
        assertThat(policies.takeBack(other, policies.version(mall, second).orElseThrow()))
                .isTrue();
        assertThat(policies.beginDue(from)).isTrue();
        assertThat(compensations.rules(mall))
                .extracting(PublicRule::korean)
                .containsExactly("배송이 2시간 이상 늦으면 300P를 드려요");
        assertThat(policies.beginDue(from)).isFalse();
        assertThat(policies.history(mall, null, 2).items())
                .extracting(Policies.Version::state)
                .containsExactly(Policies.State.DRAFT, Policies.State.ACTIVE);
    }

    private static PolicyDraft draft(MallId mall, Rule rule) {
        return new PolicyDraft(
                mall, List.of(rule), Map.of("UNKNOWN", new CauseTerms(true, Map.of(Bearer.PLATFORM, 100))));
    }

    @Test
    void ASR_4_an_old_grant_is_explained_by_the_rule_it_was_given_by() {
        MallId mall = new MallId(79);
        StaffMember admin = new StaffMember(6, mall, "관리자", Set.of(StaffMember.Role.ADMIN));
        Instant promisedTo = clock.instant();
        TimeWindow promised = new TimeWindow(promisedTo.minusSeconds(60), promisedTo);
        use(admin, mall, late("late-6h", 360, 700));
        desk.settle(List.of(missed(mall, new PromiseId(PROMISE + 10), promised, Duration.ofHours(9))));

        use(admin, mall, late("late-6h", 480, 900));
        desk.settle(List.of(missed(mall, new PromiseId(PROMISE + 11), promised, Duration.ofHours(9))));
        use(admin, mall, late("late-9h", 540, 900));

        List<Granted> given = List.of(
                compensations.ofOrder(new OrderId(PROMISE + 10)).getFirst(),
                compensations.ofOrder(new OrderId(PROMISE + 11)).getFirst());
        Map<Long, PublicRule> rules = compensations.rulesOf(given);
        assertThat(given)
                .extracting(grant ->
                        Objects.requireNonNull(rules.get(grant.grantId())).korean())
                .containsExactly("배송이 6시간 이상 늦으면 700P를 드려요", "배송이 8시간 이상 늦으면 900P를 드려요");
        assertThat(given)
                .extracting(grant -> Objects.requireNonNull(grant.ground()).lateMinutes())
                .as("and so do messages")
                .containsExactly(360, 480);
    }

    private void use(StaffMember admin, MallId mall, Rule rule) {
        long version = policies.draft(
                admin,
                new PolicyDraft(
                        mall, List.of(rule), Map.of("UNKNOWN", new CauseTerms(true, Map.of(Bearer.PLATFORM, 100)))));
        assertThat(policies.activate(admin, version)).isTrue();
    }

    private static Rule late(String id, int minutes, long points) {
        return new Rule(
                id,
                new Rule.Condition.Late(Duration.ofMinutes(minutes), false),
                new Rule.Gift.Points(new Won(points)),
                false);
    }

    private static Settled missed(PromiseId id, TimeWindow promised, Duration late) {
        return missed(MALL, id, promised, late);
    }

    private static Settled missed(MallId mall, PromiseId id, TimeWindow promised, Duration late) {
        Instant delivered = promised.to().plus(late);
        return new Settled(
                id,
                new OrderId(id.value()),
                mall,
                new PersonId(id.value()),
                Outcome.MISSED,
                promised,
                false,
                40_000,
                null,
                null,
                delivered,
                delivered);
    }

    private Delay open(PromiseId id, TimeWindow promised) {
        return new Delay(
                id,
                new OrderId(id.value()),
                MALL,
                new PersonId(id.value()),
                null,
                DelayKind.OVERDUE,
                DelayCause.LINE_HAUL,
                promised,
                false,
                promised,
                40_000,
                clock.instant(),
                clock.instant(),
                null,
                null);
    }
}
