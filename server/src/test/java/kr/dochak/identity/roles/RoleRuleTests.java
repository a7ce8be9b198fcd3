package kr.dochak.identity.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.StaffRole;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** IDN-1: what a change of a role means to whom. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RoleRuleTests {

    private static final MallId MALL = new MallId(1);
    private static final StaffRole AGENT = new StaffRole(6, Role.AGENT, null, Role.AGENT.rights(), Role.AGENT.limit());
    private static final StaffRole LEAD = new StaffRole(5, Role.LEAD, null, Role.LEAD.rights(), Role.LEAD.limit());

    private static StaffMember with(long id, String name, StaffRole... roles) {
        Won limit = List.of(roles).contains(LEAD) ? Role.LEAD.limit() : Won.ZERO;
        return new StaffMember(id, MALL, Set.of(MALL), name, List.of(roles), limit);
    }

    private static RoleWish agent(Set<Right> without, Set<Right> more, long limit) {
        EnumSet<Right> rights = EnumSet.copyOf(Role.AGENT.rights());
        rights.removeAll(without);
        rights.addAll(more);
        return new RoleWish(rights, new Won(limit));
    }

    @Test
    void IDN_1_who_keeps_a_right_by_another_role_loses_nothing() {
        List<RoleRule.Effect> effects = RoleRule.effects(
                AGENT,
                agent(Set.of(Right.CASES_WORK), Set.of(), 0),
                List.of(with(1, "나", AGENT), with(2, "가", AGENT, LEAD), with(3, "다", LEAD)));
        assertThat(effects).singleElement().satisfies(effect -> {
            assertThat(effect.name()).isEqualTo("나");
            assertThat(effect.lost()).containsExactly(Right.CASES_WORK);
            assertThat(effect.gained()).isEmpty();
        });
    }

    @Test
    void IDN_1_a_limit_moves_for_who_has_none_of_their_own_and_no_higher_role() {
        RoleWish wish = agent(Set.of(), Set.of(), 30_000);
        StaffMember own = new StaffMember(4, MALL, Set.of(MALL), "라", List.of(AGENT), new Won(7_000));
        List<RoleRule.Effect> effects =
                RoleRule.effects(AGENT, wish, List.of(with(1, "나", AGENT), with(2, "가", AGENT, LEAD), own));
        assertThat(effects).singleElement().satisfies(effect -> {
            assertThat(effect.staffId()).isEqualTo(1);
            assertThat(effect.after()).isEqualTo(new Won(30_000));
        });
    }

    @Test
    void SET_1_more_of_what_is_risky_is_looked_at_twice_and_less_of_it_is_not() {
        RoleWish now = RoleWish.of(AGENT);
        assertThat(RoleRule.isRisky(now, agent(Set.of(), Set.of(Right.BOARD_SEE), 0)))
                .isFalse();
        assertThat(RoleRule.isRisky(now, agent(Set.of(), Set.of(Right.STAFF_SET), 0)))
                .isTrue();
        assertThat(RoleRule.isRisky(now, agent(Set.of(), Set.of(), 1))).isTrue();
        assertThat(RoleRule.isRisky(now, agent(Set.of(Right.PERSONS_REVEAL), Set.of(), 0)))
                .isFalse();
    }

    @Test
    void IDN_1_the_log_says_what_is_added_and_taken() {
        assertThat(RoleRule.difference(RoleWish.of(AGENT), agent(Set.of(Right.CASES_WORK), Set.of(Right.BOARD_SEE), 5)))
                .isEqualTo("+BOARD_SEE -CASES_WORK limit 0 -> 5");
    }
}
