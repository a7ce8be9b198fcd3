package kr.dochak.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import kr.dochak.ProductTest;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffFixture;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.StaffMembers;
import kr.dochak.identity.StaffRole;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** IDN-1, BEN-4: who gives whom which roles, malls and limits; and nobody takes away the last administrator. */
@ProductTest
class GrantTests {

    @Autowired
    private Grants grants;

    @Autowired
    private Departures departures;

    @Autowired
    private AccountQuery accounts;

    @Autowired
    private StaffMembers members;

    @Autowired
    private JdbcClient jdbc;

    private final String suffix = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE) + "@dochak.example";
    private MallId mall = new MallId(0);
    private MallId second = new MallId(0);
    private StaffMember admin = new StaffMember(-1, mall, "", Set.of());
    private StaffMember agent = admin;

    @BeforeEach
    void a_mall_of_its_own_with_one_administrator() {
        mall = mall("g");
        second = mall("h");
        admin = StaffFixture.add(jdbc, mall, "a" + suffix, "가 관리", Role.ADMIN);
        agent = StaffFixture.add(jdbc, mall, "b" + suffix, "나 상담", Role.AGENT);
    }

    private MallId mall(String code) {
        return new MallId(jdbc.sql(
                        "insert into identity.mall (code, name, created_at) values (:code, :code, now()) returning tenant_id")
                .param("code", code + ThreadLocalRandom.current().nextInt(100_000_000))
                .query(Long.class)
                .single());
    }

    private Grant grant(MallId at, @Nullable Won limit, Role... roles) {
        Set<Long> ids = members.allRoles().stream()
                .filter(role -> Arrays.asList(roles).contains(role.shipped()))
                .map(StaffRole::id)
                .collect(Collectors.toSet());
        return new Grant(ids, Map.of(at, Optional.ofNullable(limit)));
    }

    private StaffMember now(StaffMember member) {
        return Objects.requireNonNull(members.of(List.of(StaffMembers.bare(member.id(), mall, member.name())))
                .get(member.id()));
    }

    @Test
    void IDN_1_roles_and_a_limit_of_ones_own_are_given_and_taken() {
        assertThat(grants.change(admin, agent.id(), grant(mall, new Won(7_000), Role.LEAD, Role.AUDITOR)))
                .isInstanceOf(Grant.Outcome.Done.class);
        assertThat(now(agent).may(Right.CASES_LEAD)).isTrue();
        assertThat(now(agent).limit()).isEqualTo(new Won(7_000));
        grants.change(admin, agent.id(), grant(mall, null, Role.AGENT));
        assertThat(now(agent).may(Right.CASES_LEAD)).isFalse();
        assertThat(now(agent).limit()).isEqualTo(Won.ZERO);
    }

    @Test
    void IDN_1_nobody_gives_what_they_do_not_have_nor_changes_whom_they_do_not_administer() {
        assertThat(grants.change(admin, agent.id(), grant(second, null, Role.AGENT)))
                .isEqualTo(new Grant.Outcome.Beyond());
        assertThat(grants.change(admin, agent.id(), grant(mall, null, Role.PLATFORM)))
                .isEqualTo(new Grant.Outcome.Beyond());
        assertThat(grants.change(admin, agent.id(), new Grant(Set.of(), Map.of())))
                .isEqualTo(new Grant.Outcome.NoMall());
        assertThat(grants.change(agent, admin.id(), grant(mall, null, Role.AGENT)))
                .isEqualTo(new Grant.Outcome.NotYours());
        StaffMember other = StaffFixture.add(jdbc, second, "o" + suffix, "다 관리", Role.ADMIN);
        assertThat(grants.change(other, agent.id(), grant(second, null, Role.AGENT)))
                .isEqualTo(new Grant.Outcome.NotYours());
    }

    @Test
    void IDN_1_who_looks_after_all_malls_gives_any_of_them() {
        StaffMember platform = StaffFixture.add(jdbc, mall, "p" + suffix, "라 전체", Role.ADMIN);
        jdbc.sql("insert into identity.staff_role select :id, id from identity.role where shipped = 'PLATFORM'")
                .param("id", platform.id())
                .update();
        assertThat(grants.change(now(platform), agent.id(), grant(second, null, Role.AGENT)))
                .isInstanceOf(Grant.Outcome.Done.class);
        assertThat(now(agent).malls()).containsExactly(second);
    }

    @Test
    void IDN_1_an_administrator_does_not_take_away_their_own_last_right_to_administer() {
        StaffMember more = StaffFixture.add(jdbc, mall, "m" + suffix, "마 관리", Role.ADMIN);
        assertThat(grants.change(admin, admin.id(), grant(mall, null, Role.LEAD)))
                .isEqualTo(new Grant.Outcome.LastAdministrator());
        assertThat(now(admin).may(Right.STAFF_SET)).as("nothing of it stands").isTrue();
        assertThat(grants.change(more, admin.id(), grant(mall, null, Role.LEAD)))
                .as("another may")
                .isInstanceOf(Grant.Outcome.Done.class);
        assertThat(grants.change(admin, more.id(), grant(mall, null, Role.LEAD)))
                .as("who lost the right uses it no more, whatever their page still shows")
                .isEqualTo(new Grant.Outcome.NotYours());
    }

    @Test
    void IDN_1_administrators_give_themselves_no_limit() {
        grants.change(admin, admin.id(), grant(mall, new Won(99_000_000), Role.ADMIN));
        assertThat(grants.ownLimits(admin.id())).isEmpty();
    }

    @Test
    void IDN_1_who_leaves_is_out_at_once_and_who_is_locked_comes_back_with_everything() {
        assertThat(departures.lock(admin, agent.id())).isPresent();
        assertThat(accounts.find(admin, agent.id()).orElseThrow().state()).isEqualTo(AccountState.LOCKED);
        assertThat(departures.unlock(admin, agent.id())).isPresent();
        assertThat(departures.leave(admin, agent.id())).isPresent();
        assertThat(departures.leave(admin, agent.id())).as("once").isEmpty();
        assertThat(accounts.find(admin, agent.id()).orElseThrow().state()).isEqualTo(AccountState.LEFT);
        assertThat(departures.unlock(admin, agent.id())).isEmpty();
        assertThat(departures.leave(admin, admin.id())).as("never oneself").isEmpty();
        assertThat(departures.leave(agent, admin.id())).isEmpty();
    }

    @Test
    void IDN_1_the_list_is_found_by_name_mail_role_mall_and_state_page_by_page() {
        for (int i = 0; i < 5; i++) {
            StaffFixture.add(jdbc, mall, "n" + i + suffix, "바 " + i, Role.LEAD);
        }
        Keyset<StaffAccount> first = accounts.page(admin, AccountFilter.ALL, null, 3);
        Keyset<StaffAccount> next = accounts.page(admin, AccountFilter.ALL, first.next(), 3);
        assertThat(names(first)).containsExactly("가 관리", "나 상담", "바 0");
        assertThat(names(next)).containsExactly("바 1", "바 2", "바 3");
        long lead = members.allRoles().stream()
                .filter(role -> role.shipped() == Role.LEAD)
                .mapToLong(StaffRole::id)
                .findFirst()
                .orElseThrow();
        assertThat(names(accounts.page(admin, new AccountFilter(null, lead, mall, null), null, 9)))
                .hasSize(5);
        assertThat(names(accounts.page(admin, new AccountFilter("N4" + suffix, null, null, null), null, 9)))
                .containsExactly("바 4");
        assertThat(names(accounts.page(admin, new AccountFilter(null, null, null, AccountState.LEFT), null, 9)))
                .isEmpty();
        StaffMember other = StaffFixture.add(jdbc, second, "z" + suffix, "사 관리", Role.ADMIN);
        assertThat(names(accounts.page(other, AccountFilter.ALL, null, 9))).containsExactly("사 관리");
        assertThat(accounts.find(other, agent.id())).isEmpty();
    }

    private static List<String> names(Keyset<StaffAccount> page) {
        return page.items().stream().map(each -> each.member().name()).toList();
    }
}
