package kr.dochak.compensation.goodwill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.ProductTest;
import kr.dochak.benefits.Benefits;
import kr.dochak.benefits.Warrant;
import kr.dochak.compensation.Compensations;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Won;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class GoodwillTests {

    private static final AtomicLong PEOPLE = new AtomicLong(771_000_000);
    private static final MallId MALL = new MallId(1);

    private final Compensations compensations;
    private final Benefits benefits;
    private final GoodwillDesk desk;
    private final JdbcClient jdbc;
    private final long person = PEOPLE.incrementAndGet();

    @Autowired
    GoodwillTests(Compensations compensations, Benefits benefits, GoodwillDesk desk, JdbcClient jdbc) {
        this.compensations = compensations;
        this.benefits = benefits;
        this.desk = desk;
        this.jdbc = jdbc;
    }

    @Test
    void BEN_4_a_large_sum_is_given_once_with_the_second_approval_and_the_ledger_names_both() {
        long goodwill = proposed(80_000);
        assertThat(compensations.approve(staff(11, Role.ADMIN), goodwill))
                .isEqualTo(new GoodwillAnswer.NotAllowed(GoodwillAnswer.Reason.OWN_PROPOSAL));
        assertThat(compensations.approve(staff(12, Role.LEAD), goodwill)).isEqualTo(new GoodwillAnswer.NeedsAnother());
        assertThat(benefits.balanceOf(new PersonId(person))).isEqualTo(Won.ZERO);
        assertThat(compensations.approve(staff(13, Role.ADMIN), goodwill)).isEqualTo(new GoodwillAnswer.Given());
        assertThat(compensations.approve(staff(14, Role.ADMIN), goodwill))
                .isEqualTo(new GoodwillAnswer.NotAllowed(GoodwillAnswer.Reason.DECIDED_BEFORE));
        assertThat(benefits.balanceOf(new PersonId(person))).isEqualTo(new Won(80_000));
        assertThat(benefits.history(new PersonId(person), null, 5).items())
                .singleElement()
                .extracting(entry -> entry.movement().warrant())
                .isEqualTo(new Warrant("포장 파손에 대한 사과", "staff:11", List.of("staff:12", "staff:13")));
    }

    @Test
    void BEN_4_what_was_refused_is_never_given() {
        long goodwill = proposed(10_000);
        assertThat(compensations.refuse(staff(15, Role.AGENT), goodwill)).isFalse();
        assertThat(compensations.refuse(staff(12, Role.LEAD), goodwill)).isTrue();
        assertThat(compensations.approve(staff(13, Role.ADMIN), goodwill))
                .isEqualTo(new GoodwillAnswer.NotAllowed(GoodwillAnswer.Reason.DECIDED_BEFORE));
        assertThat(benefits.balanceOf(new PersonId(person))).isEqualTo(Won.ZERO);
    }

    @Test
    void BEN_4_another_malls_staff_see_nothing_and_an_order_is_required() {
        long goodwill = proposed(10_000);
        StaffMember stranger = new StaffMember(99, new MallId(2), "다른 몰", Set.of(Role.ADMIN));
        assertThat(compensations.approve(stranger, goodwill))
                .isEqualTo(new GoodwillAnswer.NotAllowed(GoodwillAnswer.Reason.UNKNOWN));
        assertThat(jdbc.sql(
                                "select granted_at is null and refused_at is null from compensation.goodwill where id = :id")
                        .param("id", goodwill)
                        .query(Boolean.class)
                        .single())
                .as("still waits")
                .isTrue();
        assertThat(compensations.propose(
                        staff(11, Role.AGENT),
                        new GoodwillWish(new OrderId(-5), null, GoodwillGift.points(new Won(1_000)), "사과", null)))
                .isEqualTo(new GoodwillProposal.UnknownOrder());
    }

    private static StaffMember staff(long id, Role role) {
        return new StaffMember(id, MALL, "직원 " + id, Set.of(role));
    }

    /** A proposal of staff 11, past the look at the order, which belongs to another module. */
    private long proposed(long won) {
        long id = jdbc.sql("""
                insert into compensation.goodwill (tenant_id, order_id, person_id, won, reason, maker_id, made_at)
                values (:mall, 1, :person, :won, '포장 파손에 대한 사과', 11, '2026-11-23T00:00:00Z') returning id
                """)
                .param("mall", MALL.value())
                .param("person", person)
                .param("won", won)
                .query(Long.class)
                .single();
        desk.ask(id);
        return id;
    }
}
