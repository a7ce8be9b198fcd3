package kr.dochak.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import kr.dochak.ProductTest;
import kr.dochak.approvals.ApprovalAnswer.Decided;
import kr.dochak.approvals.ApprovalRequest.Decision;
import kr.dochak.approvals.ApprovalRequest.Outcome;
import kr.dochak.benefits.Benefits;
import kr.dochak.database.Sql;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffFixture;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.roles.RoleCard;
import kr.dochak.identity.roles.RoleOutcome;
import kr.dochak.identity.roles.RoleWish;
import kr.dochak.identity.roles.Roles;
import kr.dochak.settings.ChangeOutcome;
import kr.dochak.settings.ChangeOutcome.Waiting;
import kr.dochak.settings.ChangeOutcome.Wish;
import kr.dochak.settings.SecondPerson;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingChange;
import kr.dochak.settings.SettingChange.Person;
import kr.dochak.settings.SettingDesk;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Settings;
import kr.dochak.settings.Unit;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Won;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** SET-1, BEN-4, IDN-1: what had a second person of its own is decided in one place, and what waited before is brought along. */
@ProductTest
@Import(GroundApprovalsTests.Some.class)
class GroundApprovalsTests {

    private static final String KEY = "test.ground";
    private static final MallId MALL = new MallId(1);

    /** A risky number of this test's own. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Some {

        @Bean
        SettingPlan groundSettingPlan() {
            return SettingPlan.of(
                    Setting.count(KEY, Section.PRIVACY, Unit.PEOPLE, 1, 500, 30).withSecondPerson());
        }
    }

    @Autowired
    Approvals approvals;

    @Autowired
    ApprovalDeadlines deadlines;

    @Autowired
    StandingWishes standing;

    @Autowired
    RequestRepository requests;

    @Autowired
    SettingDesk desk;

    @Autowired
    Settings settings;

    @Autowired
    Roles roles;

    @Autowired
    Benefits benefits;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    private StaffMember admin(String name) {
        String email = "g" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE) + "@dochak.example";
        StaffFixture.add(jdbc, MALL, email, name, Role.ADMIN);
        jdbc.sql("""
                insert into identity.staff_role
                select s.id, r.id from identity.staff s, identity.role r where s.email = :email and r.shipped = 'PLATFORM'
                """).param("email", email).update();
        return StaffFixture.of(jdbc, email);
    }

    private SettingChange change(StaffMember by) {
        Setting<?> setting = settings.byKey(KEY).orElseThrow();
        long now = settings.number(setting, null, clock.instant());
        ChangeOutcome outcome = desk.change(
                null,
                new Wish(KEY, String.valueOf(now + 1), clock.instant(), "시험", Long.MAX_VALUE),
                new Person(by.id(), by.name()));
        return ((Waiting) outcome).change();
    }

    private SettingChange now(SettingChange change) {
        return desk.find(KEY, MALL, change.id()).orElseThrow();
    }

    private ApprovalRequest request(String kind, Object subject) {
        return requests.newest(kind, subject.toString()).flatMap(requests::find).orElseThrow();
    }

    @Test
    void SET_1_a_kill_between_the_vote_and_the_new_number_leaves_both_undone() {
        StaffMember maker = admin("바꾼이");
        StaffMember other = admin("본이");
        SettingChange change = change(maker);
        ApprovalRequest wish = request(SecondPerson.SETTING, change.id());
        transaction.executeWithoutResult(killed -> {
            assertThat(approvals.decide(other, wish.id(), true, "")).isInstanceOf(Decided.class);
            assertThat(now(change).second()).isEqualTo(new Person(other.id(), other.name()));
            killed.setRollbackOnly();
        });
        assertThat(now(change).isWaiting()).isTrue();
        assertThat(request(SecondPerson.SETTING, change.id()).isOpen()).isTrue();
        assertThat(approvals.decide(other, wish.id(), false, "너무 길어요")).isInstanceOf(Decided.class);
        assertThat(now(change).withdrawn()).isEqualTo(new Person(other.id(), other.name()));
    }

    @Test
    void SET_1_a_change_taken_back_on_its_page_waits_for_nobody() {
        StaffMember maker = admin("바꾼이");
        SettingChange change = change(maker);
        desk.withdraw(KEY, MALL, change.id(), new Person(maker.id(), maker.name()));
        assertThat(request(SecondPerson.SETTING, change.id()).decision())
                .extracting(Decision::outcome)
                .isEqualTo(Outcome.WITHDRAWN);
    }

    @Test
    void SET_1_a_change_that_nobody_agrees_to_in_time_is_over() {
        SettingChange change = change(admin("바꾼이"));
        while (deadlines.tick(clock.instant().plus(Duration.ofDays(8)))) {}
        assertThat(now(change).withdrawn()).isEqualTo(Person.NOBODY);
        assertThat(settings.number(settings.byKey(KEY).orElseThrow(), null, clock.instant()))
                .isEqualTo(change.before());
    }

    private RoleCard role(StaffMember admin) {
        long agent = roles.all().stream()
                .filter(card -> card.role().shipped() == Role.AGENT)
                .findFirst()
                .orElseThrow()
                .role()
                .id();
        String name = "결재 " + ThreadLocalRandom.current().nextInt(1_000_000);
        long id = ((RoleOutcome.Changed) roles.copy(admin, agent, name)).roleId();
        return roles.find(id).orElseThrow();
    }

    @Test
    void IDN_1_a_stand_in_gives_a_role_its_second_look_with_the_rights_of_who_is_away() {
        StaffMember maker = admin("바꾼이");
        StaffMember away = admin("없는이");
        String email = "g" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE) + "@dochak.example";
        StaffMember standIn = StaffFixture.add(jdbc, MALL, email, "대신", Role.LEAD);
        RoleCard card = role(maker);
        Set<Right> rights = EnumSet.copyOf(card.role().rights());
        rights.add(Right.PERSONS_ERASE);
        RoleWish wish = new RoleWish(rights, Won.ZERO);
        long id = card.role().id();
        assertThat(roles.change(maker, id, RoleWish.of(card.role()), wish)).isInstanceOf(RoleOutcome.Waiting.class);
        assertThat(approvals.decide(standIn, SecondPerson.ROLE, "" + id, true, ""))
                .isEqualTo(new ApprovalAnswer.NotAllowed(ApprovalAnswer.Reason.NO_RIGHT));
        jdbc.sql("""
                insert into approvals.absence (staff_id, stand_in_id, from_at, until_at, made_at)
                values (:away, :standIn, :from, :until, :from)
                """)
                .param("away", away.id())
                .param("standIn", standIn.id())
                .param("from", Sql.at(clock.instant()))
                .param("until", Sql.at(clock.instant().plusSeconds(3_600)))
                .update();
        assertThat(approvals.decide(standIn, SecondPerson.ROLE, "" + id, true, ""))
                .isInstanceOf(Decided.class);
        assertThat(roles.find(id).orElseThrow().role().rights()).contains(Right.PERSONS_ERASE);
    }

    @Test
    void SET_1_a_role_that_nobody_looked_at_in_time_stays_what_it_is() {
        StaffMember maker = admin("바꾼이");
        admin("본이");
        RoleCard card = role(maker);
        long id = card.role().id();
        roles.change(
                maker, id, RoleWish.of(card.role()), new RoleWish(card.role().rights(), new Won(5)));
        while (deadlines.tick(clock.instant().plus(Duration.ofDays(8)))) {}
        assertThat(roles.find(id).orElseThrow().waiting()).isNull();
        assertThat(roles.find(id).orElseThrow().role().limit()).isEqualTo(Won.ZERO);
    }

    @Test
    void BEN_4_goodwill_that_waited_before_goes_on_with_the_vote_it_had_and_is_paid_once() {
        PersonId person = new PersonId(ThreadLocalRandom.current().nextLong(900_000_000, 999_000_000));
        long goodwill =
                jdbc.sql("""
                insert into compensation.goodwill (tenant_id, order_id, person_id, won, reason, maker_id, made_at)
                values (1, 1, :person, 90000, '사과', 5, '2026-11-23T00:00:00Z') returning id
                """).param("person", person.value()).query(Long.class).single();
        jdbc.sql("""
                insert into compensation.goodwill_approval (goodwill_id, maker_id, approver_id, most_won, at)
                values (:id, 5, 6, 50000, '2026-11-23T00:00:00Z')
                """).param("id", goodwill).update();
        standing.batch();
        standing.batch();
        StaffMember last = admin("본이");
        ApprovalRequest wish = request("goodwill", goodwill);
        transaction.executeWithoutResult(killed -> {
            assertThat(approvals.decide(last, wish.id(), true, "")).isInstanceOf(Decided.class);
            killed.setRollbackOnly();
        });
        assertThat(benefits.balanceOf(person)).isEqualTo(Won.ZERO);
        assertThat(approvals.decide(last, wish.id(), true, "")).isInstanceOf(Decided.class);
        assertThat(approvals.decide(admin("또"), wish.id(), true, ""))
                .isEqualTo(new ApprovalAnswer.NotAllowed(ApprovalAnswer.Reason.OVER));
        assertThat(benefits.balanceOf(person)).isEqualTo(new Won(90_000));
        assertThat(benefits.history(person, null, 5).items())
                .singleElement()
                .satisfies(entry -> assertThat(entry.movement().warrant().approvers())
                        .isEqualTo(List.of("staff:6", "staff:" + last.id())));
    }

    @Test
    void BEN_4_goodwill_that_nobody_decides_in_time_is_over_without_anybody_who_refused_it() {
        long goodwill = jdbc.sql("""
                insert into compensation.goodwill (tenant_id, order_id, person_id, won, reason, maker_id, made_at)
                values (1, 1, 1, 1000, '사과', 5, '2026-11-23T00:00:00Z') returning id
                """).query(Long.class).single();
        standing.batch();
        while (deadlines.tick(clock.instant().plus(Duration.ofDays(8)))) {}
        assertThat(jdbc.sql(
                                "select refused_at is not null and refused_by is null from compensation.goodwill where id = :id")
                        .param("id", goodwill)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
