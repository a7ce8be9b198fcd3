package kr.dochak.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.dochak.ProductTest;
import kr.dochak.approvals.ApprovalAnswer.NotAllowed;
import kr.dochak.approvals.ApprovalAnswer.Reason;
import kr.dochak.approvals.ApprovalFilter.Show;
import kr.dochak.approvals.ApprovalRequest.Decision;
import kr.dochak.approvals.ApprovalRequest.Outcome;
import kr.dochak.approvals.ApprovalRequest.Vote;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffFixture;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.settings.SecondPerson.Wish;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;
import kr.dochak.time.WorldClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** SET-1, BEN-4: votes, decisions and what follows from them on a real database. */
@ProductTest
@Import(ApprovalsTests.Some.class)
class ApprovalsTests {

    private static final String KIND = "test-subject";

    /** A thing that takes effect as a row in the transaction of its decision, of a table that any text may stand in. */
    static class Thing implements ApprovalSubject {

        private final JdbcClient jdbc;
        private final List<ApprovalWish> standing = new CopyOnWriteArrayList<>();
        private volatile String broken = "";

        Thing(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Set<Right> rights(Wish wish) {
            return Set.of(Right.CASES_LEAD);
        }

        @Override
        public List<ApprovalWish> standing() {
            return standing;
        }

        @Override
        public Effect agreed(ApprovalRequest request, StaffMember last) {
            note(request, "AGREED");
            return broken.equals(request.subject()) ? new Effect.NotNow("approvals.not-now.over") : new Effect.Done();
        }

        @Override
        public void ended(ApprovalRequest request, Decision decision) {
            note(request, decision.outcome().name());
        }

        private void note(ApprovalRequest request, String what) {
            jdbc.sql("""
                    insert into alerts.occurrence (kind, tenant_id, object, key, at)
                    values ('test.effect', 0, :subject, :what || ' ' || gen_random_uuid(), now())
                    """)
                    .param("subject", request.subject())
                    .param("what", what)
                    .update();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Some {

        @Bean
        Thing thing(JdbcClient jdbc) {
            return new Thing(jdbc);
        }
    }

    @Autowired
    Approvals approvals;

    @Autowired
    Absences absences;

    @Autowired
    ApprovalDeadlines deadlines;

    @Autowired
    StandingWishes standing;

    @Autowired
    RequestRepository requests;

    @Autowired
    Thing thing;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    private MallId mall;
    private StaffMember maker;
    private StaffMember lead;
    private StaffMember other;
    private StaffMember agent;
    private String subject;

    @BeforeEach
    void a_mall_of_its_own() {
        mall = mall();
        maker = member("올린이", Role.LEAD);
        lead = member("팀장", Role.LEAD);
        other = member("다른 팀장", Role.LEAD);
        agent = member("상담원", Role.AGENT);
        subject = "s" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
    }

    private MallId mall() {
        return new MallId(jdbc.sql(
                        "insert into identity.mall (code, name, created_at) values (:code, '결재몰', now()) returning tenant_id")
                .param("code", "v" + ThreadLocalRandom.current().nextLong(1_000_000_000_000L))
                .query(Long.class)
                .single());
    }

    private StaffMember member(String name, Role role) {
        return StaffFixture.add(
                jdbc, mall, "v" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE) + "@dochak.example", name, role);
    }

    private ApprovalWish wish(int votes, @Nullable Long won) {
        return new ApprovalWish(
                new Wish(KIND, subject, mall, maker.id(), "approvals.what", List.of(subject), "/console", null),
                Set.of(Right.CASES_LEAD),
                won == null ? null : new Won(won),
                votes,
                List.of());
    }

    private long asked(int votes) {
        return approvals.ask(wish(votes, null));
    }

    private ApprovalAnswer yes(StaffMember staff, long id) {
        return approvals.decide(staff, id, true, "");
    }

    private List<String> effects() {
        return jdbc.sql(
                        "select split_part(key, ' ', 1) from alerts.occurrence where kind = 'test.effect' and object = :subject")
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    private List<Long> waitingFor(StaffMember staff) {
        return approvals
                .page(staff, new ApprovalFilter(Show.WAITING, staff.malls(), null, null, ""), null, 50)
                .items()
                .stream()
                .map(ApprovalRequest::id)
                .toList();
    }

    @Test
    void SET_1_one_other_person_decides_and_it_takes_effect_once() {
        long id = asked(1);
        assertThat(effects()).isEmpty();
        assertThat(yes(maker, id)).isEqualTo(new NotAllowed(Reason.OWN));
        assertThat(yes(agent, id)).isEqualTo(new NotAllowed(Reason.NO_RIGHT));
        assertThat(yes(lead, id)).isInstanceOf(ApprovalAnswer.Decided.class);
        assertThat(yes(other, id)).isEqualTo(new NotAllowed(Reason.OVER));
        assertThat(effects()).containsExactly("AGREED");
    }

    @Test
    void SET_1_a_kill_between_the_vote_and_its_effect_leaves_neither_and_the_next_vote_does_both_once() {
        long id = asked(1);
        transaction.executeWithoutResult(killed -> {
            assertThat(yes(lead, id)).isInstanceOf(ApprovalAnswer.Decided.class);
            assertThat(effects()).as("it took effect").containsExactly("AGREED");
            killed.setRollbackOnly();
        });
        assertThat(effects()).isEmpty();
        assertThat(requests.find(id).orElseThrow()).satisfies(request -> {
            assertThat(request.isOpen()).isTrue();
            assertThat(request.cast()).isEmpty();
        });
        assertThat(yes(lead, id)).isInstanceOf(ApprovalAnswer.Decided.class);
        assertThat(effects()).containsExactly("AGREED");
    }

    @Test
    void SET_1_of_many_who_decide_at_once_one_does() throws Exception {
        long id = asked(1);
        List<StaffMember> crowd = IntStream.range(0, 8)
                .mapToObj(i -> member("팀장 " + i, Role.LEAD))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<ApprovalAnswer>> votes = crowd.stream()
                    .<Callable<ApprovalAnswer>>map(each -> () -> yes(each, id))
                    .toList();
            List<ApprovalAnswer> answers =
                    threads.invokeAll(votes).stream().map(Future::resultNow).toList();
            assertThat(answers)
                    .filteredOn(ApprovalAnswer.Decided.class::isInstance)
                    .hasSize(1);
            assertThat(answers)
                    .filteredOn(NotAllowed.class::isInstance)
                    .hasSize(7)
                    .containsOnly(new NotAllowed(Reason.OVER));
        }
        assertThat(effects()).containsExactly("AGREED");
    }

    @Test
    void SET_1_the_database_knows_one_decision_and_no_vote_of_the_maker() {
        long id = asked(2);
        assertThatThrownBy(
                        () -> requests.add(id, maker.id(), new Vote(maker.id(), lead.id(), Won.ZERO), clock.instant()))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(
                        () -> requests.add(id, lead.id(), new Vote(other.id(), other.id(), Won.ZERO), clock.instant()))
                .as("another maker than the wish has")
                .isInstanceOf(DataIntegrityViolationException.class);
        yes(lead, id);
        yes(other, id);
        assertThatThrownBy(() ->
                        requests.decide(id, new Decision(Outcome.REFUSED, other.id(), other.id(), "", clock.instant())))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(effects()).containsExactly("AGREED");
    }

    @Test
    void SET_1_what_cannot_take_effect_is_undone_with_its_vote() {
        long id = asked(1);
        thing.broken = subject;
        assertThat(yes(lead, id)).isEqualTo(new ApprovalAnswer.NotNow("approvals.not-now.over"));
        assertThat(effects()).isEmpty();
        assertThat(requests.find(id).orElseThrow().isOpen()).isTrue();
        thing.broken = "";
        assertThat(yes(lead, id)).isInstanceOf(ApprovalAnswer.Decided.class);
    }

    @Test
    void SET_1_a_stand_in_decides_in_the_place_of_who_is_away_and_never_about_their_own() {
        long id = asked(1);
        assertThat(waitingFor(agent)).isEmpty();
        Instant now = clock.instant();
        assertThat(absences.set(lead, agent.id(), now, now.plus(Duration.ofDays(3))))
                .isEqualTo(Absences.Outcome.DONE);
        assertThat(waitingFor(agent)).containsExactly(id);
        assertThat(approvals.waiting(agent, agent.malls())).isEqualTo(1);
        assertThat(yes(agent, id)).isInstanceOf(ApprovalAnswer.Decided.class);
        assertThat(requests.find(id).orElseThrow().cast())
                .extracting(Vote::voterId, Vote::voiceId)
                .containsExactly(tuple(agent.id(), lead.id()));

        absences.end(lead);
        subject += "b";
        assertThat(yes(agent, asked(1))).isEqualTo(new NotAllowed(Reason.NO_RIGHT));
    }

    @Test
    void SET_1_nobody_votes_twice_not_even_for_who_is_away_and_nobody_stands_in_for_the_maker() {
        Instant now = clock.instant();
        long id = asked(2);
        absences.set(other, lead.id(), now, now.plus(Duration.ofDays(3)));
        absences.set(maker, agent.id(), now, now.plus(Duration.ofDays(3)));
        assertThat(yes(agent, id)).isEqualTo(new NotAllowed(Reason.OWN));
        assertThat(yes(lead, id)).isInstanceOf(ApprovalAnswer.NeedsAnother.class);
        assertThat(yes(lead, id)).isEqualTo(new NotAllowed(Reason.VOTED_BEFORE));
        assertThat(waitingFor(lead)).doesNotContain(id);
        assertThat(yes(other, id)).isInstanceOf(ApprovalAnswer.Decided.class);
    }

    @Test
    void SET_1_an_absence_counts_only_in_its_time() {
        Instant now = clock.instant();
        long id = asked(1);
        absences.set(lead, agent.id(), now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(2)));
        assertThat(yes(agent, id)).isEqualTo(new NotAllowed(Reason.NO_RIGHT));
        assertThat(absences.set(lead, lead.id(), now, now.plusSeconds(60))).isEqualTo(Absences.Outcome.NO_COLLEAGUE);
    }

    @Test
    void SET_1_a_refusal_ends_it_and_the_maker_takes_it_back() {
        long id = asked(2);
        yes(lead, id);
        assertThat(approvals.decide(other, id, false, "숫자가 달라요")).isInstanceOf(ApprovalAnswer.Decided.class);
        assertThat(effects()).containsExactly("REFUSED");
        assertThat(requests.find(id).orElseThrow().decision())
                .extracting(Decision::outcome, Decision::why)
                .containsExactly(Outcome.REFUSED, "숫자가 달라요");

        subject += "b";
        long next = asked(1);
        assertThat(approvals.withdraw(lead, next)).isEqualTo(new NotAllowed(Reason.UNKNOWN));
        assertThat(approvals.withdraw(maker, next)).isInstanceOf(ApprovalAnswer.Decided.class);
        assertThat(effects()).containsExactly("WITHDRAWN");
        assertThat(yes(lead, next)).isEqualTo(new NotAllowed(Reason.OVER));
    }

    @Test
    void SET_1_what_nobody_decides_in_time_is_over_and_its_module_hears_of_it_once() {
        long id = asked(1);
        deadlines.tick(clock.instant().plus(Duration.ofDays(6)));
        assertThat(requests.find(id).orElseThrow().isOpen()).isTrue();
        Instant late = clock.instant().plus(Duration.ofDays(8));
        while (deadlines.tick(late)) {}
        deadlines.tick(late);
        assertThat(effects()).containsExactly("EXPIRED");
        assertThat(yes(lead, id)).isEqualTo(new NotAllowed(Reason.OVER));
    }

    @Test
    void SET_1_a_new_wish_about_the_same_thing_takes_the_place_of_the_old_one() {
        long first = asked(1);
        long second = asked(1);
        assertThat(requests.find(first).orElseThrow().decision())
                .extracting(Decision::outcome)
                .isEqualTo(Outcome.WITHDRAWN);
        assertThat(waitingFor(lead)).containsExactly(second);
    }

    @Test
    void SET_1_what_waited_before_there_were_requests_gets_one_once_with_who_agreed_before() {
        ApprovalWish before = wish(2, null);
        thing.standing.add(new ApprovalWish(
                before.about(), before.rights(), null, 2, List.of(new Vote(lead.id(), lead.id(), new Won(50_000)))));
        standing.batch();
        standing.batch();
        thing.standing.clear();
        List<Long> waits = waitingFor(other);
        assertThat(waits).hasSize(1);
        assertThat(yes(lead, waits.getFirst())).isEqualTo(new NotAllowed(Reason.VOTED_BEFORE));
        assertThat(yes(other, waits.getFirst())).isInstanceOf(ApprovalAnswer.Decided.class);
    }

    @Test
    void IDN_1_nothing_of_a_mall_is_seen_or_decided_by_who_does_not_work_there() {
        long id = asked(1);
        MallId here = mall;
        mall = mall();
        StaffMember stranger = member("남", Role.ADMIN);
        mall = here;
        assertThat(waitingFor(stranger)).doesNotContain(id);
        assertThat(yes(stranger, id)).isEqualTo(new NotAllowed(Reason.UNKNOWN));
        yes(lead, id);
        assertThat(approvals
                        .page(
                                stranger,
                                new ApprovalFilter(
                                        Show.DECIDED, Set.of(here, stranger.tenantId()), null, null, subject),
                                null,
                                50)
                        .items())
                .as("not even by naming the mall")
                .isEmpty();
        assertThat(approvals
                        .page(
                                other,
                                new ApprovalFilter(Show.DECIDED, other.malls(), KIND, Outcome.AGREED, subject),
                                null,
                                50)
                        .items())
                .extracting(ApprovalRequest::id)
                .containsExactly(id);
    }

    @Test
    void BEN_4_a_sum_waits_only_for_who_could_decide_about_it() {
        long id = approvals.ask(wish(1, 200_000L));
        assertThat(waitingFor(lead)).isEmpty();
        StaffMember manager = member("책임자", Role.MANAGER);
        assertThat(waitingFor(manager)).containsExactly(id);
        assertThat(yes(lead, id)).isEqualTo(new NotAllowed(Reason.ABOVE_LIMIT));
        assertThat(yes(manager, id)).isInstanceOf(ApprovalAnswer.Decided.class);
    }

    @Test
    void SET_1_a_list_goes_on_where_its_page_ended() {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            subject += i;
            all.add(asked(1));
        }
        ApprovalFilter filter = new ApprovalFilter(Show.WAITING, lead.malls(), null, null, "");
        var first = approvals.page(lead, filter, null, 2);
        var second = approvals.page(lead, filter, first.next(), 2);
        var third = approvals.page(lead, filter, second.next(), 2);
        assertThat(Stream.of(first, second, third)
                        .flatMap(page -> page.items().stream())
                        .map(ApprovalRequest::id))
                .containsExactlyElementsOf(all);
        assertThat(third.next()).isNull();
    }
}
