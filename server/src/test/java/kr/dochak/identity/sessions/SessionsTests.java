package kr.dochak.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import kr.dochak.ProductTest;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffFixture;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** L11, H2: how long log-ins stand, how many, and who ends them. */
@ProductTest
class SessionsTests {

    private static final MallId RAINBOW = new MallId(1);
    private static final Sessions.Place HERE =
            new Sessions.Place("203.0.113.7", "Chrome · Windows", new Proof(Way.CODE));

    @Autowired
    private Sessions sessions;

    @Autowired
    private SessionRepository repository;

    @Autowired
    private People people;

    @Autowired
    private WorldClock clock;

    @Autowired
    private JdbcClient jdbc;

    private CustomerLogin customer = new CustomerLogin(new PersonId(1), RAINBOW, "ko");
    private StaffMember agent = new StaffMember(1, RAINBOW, "", java.util.Set.of(StaffMember.Role.AGENT));

    @BeforeEach
    void a_customer_and_an_agent() {
        String external = "session-" + ThreadLocalRandom.current().nextLong();
        PersonId person = people.enrol(RAINBOW, List.of(new PersonalData(external, "김지민", "01012340000", null, "en")))
                .getFirst();
        customer = new CustomerLogin(person, RAINBOW, "en", "00ff");
        agent = StaffFixture.add(jdbc, RAINBOW, external + "@dochak.example", "한소라", StaffMember.Role.AGENT);
    }

    private void advance(Duration by) {
        clock.advanceTo(clock.instant().plus(by));
    }

    @Test
    void L11_a_staff_log_in_ends_after_twelve_hours_however_much_it_is_used() {
        String token = sessions.begin(agent, HERE);
        for (int hour = 1; hour < 12; hour++) {
            advance(Duration.ofHours(1));
            assertThat(sessions.ofStaff(token)).as("after " + hour).isPresent().hasValueSatisfying(sessions::used);
        }
        advance(Duration.ofHours(1));
        assertThat(sessions.ofStaff(token)).isEmpty();
    }

    @Test
    void L11_a_customers_log_in_ends_after_thirty_days_however_much_it_is_used() {
        String token = sessions.begin(customer, HERE);
        for (int day = 1; day < 30; day += 7) {
            advance(Duration.ofDays(7));
            assertThat(sessions.ofCustomer(token)).isPresent().hasValueSatisfying(sessions::used);
            if (day == 22) {
                break;
            }
        }
        advance(Duration.ofDays(2));
        assertThat(sessions.ofCustomer(token)).isEmpty();
    }

    @Test
    void L11_a_log_in_that_nobody_uses_ends_earlier() {
        String staff = sessions.begin(agent, HERE);
        String mine = sessions.begin(customer, HERE);
        advance(Duration.ofHours(2));
        assertThat(sessions.ofStaff(staff)).isEmpty();
        assertThat(sessions.of(agent)).isEmpty();
        assertThat(sessions.ofCustomer(mine)).isPresent();
        advance(Duration.ofDays(14));
        assertThat(sessions.ofCustomer(mine)).isEmpty();
    }

    @Test
    void L11_who_was_erased_or_has_left_is_out_at_the_next_click_and_roles_are_those_of_now() {
        String staff = sessions.begin(agent, HERE);
        String mine = sessions.begin(customer, HERE);
        jdbc.sql("""
                update identity.staff_role set role_id = (select id from identity.role where shipped = 'LEAD')
                where staff_id = :id
                """).param("id", agent.id()).update();
        assertThat(sessions.ofStaff(staff).orElseThrow().holder().may(Right.CASES_LEAD))
                .isTrue();
        jdbc.sql("update identity.staff set active = false where id = :id")
                .param("id", agent.id())
                .update();
        people.erase(customer.personId());
        assertThat(sessions.ofStaff(staff)).isEmpty();
        assertThat(sessions.ofCustomer(mine)).isEmpty();
    }

    @Test
    void H2_the_oldest_log_in_ends_for_one_too_many() {
        String first = sessions.begin(agent, HERE);
        String second = sessions.begin(agent, HERE);
        for (int i = 0; i < 4; i++) {
            sessions.begin(agent, HERE);
        }
        assertThat(sessions.of(agent)).hasSize(5);
        assertThat(sessions.ofStaff(first)).isEmpty();
        assertThat(sessions.ofStaff(second)).isPresent();
        for (int i = 0; i < 15; i++) {
            sessions.begin(customer, HERE);
        }
        assertThat(sessions.of(customer)).hasSize(10);
    }

    @Test
    void H2_no_more_stand_in_all_than_the_house_bears() {
        String first = sessions.begin(agent, HERE);
        String second = sessions.begin(customer, HERE);
        Instant now = clock.instant();
        repository.sweep(now, now.minusSeconds(1), now.minusSeconds(1), 1);
        assertThat(sessions.ofStaff(first)).isEmpty();
        assertThat(sessions.ofCustomer(second)).isPresent();
    }

    @Test
    void L11_everybody_ends_their_own_log_ins_and_nobody_elses() {
        String here = sessions.begin(customer, HERE);
        String there = sessions.begin(customer, HERE);
        String staff = sessions.begin(agent, HERE);
        long id = sessions.ofCustomer(there).orElseThrow().id();
        assertThat(sessions.of(customer)).extracting(OpenSession::browser).containsOnly("Chrome · Windows");
        assertThat(sessions.end(agent, id)).as("somebody else's").isFalse();
        assertThat(sessions.end(new CustomerLogin(new PersonId(1), RAINBOW, "ko"), id))
                .isFalse();
        assertThat(sessions.ofCustomer(there)).isPresent();
        assertThat(sessions.end(customer, id)).isTrue();
        assertThat(sessions.ofCustomer(there)).isEmpty();
        sessions.begin(customer, HERE);
        long mine = sessions.ofCustomer(here).orElseThrow().id();
        assertThat(sessions.endOthers(customer, mine)).isEqualTo(1);
        assertThat(sessions.ofCustomer(here)).isPresent();
        assertThat(sessions.ofStaff(staff)).isPresent();
        assertThat(sessions.endAll(customer.personId())).isEqualTo(1);
        assertThat(sessions.ofCustomer(here)).isEmpty();
    }

    @Test
    void H2_a_token_of_a_customer_opens_no_console_and_none_is_stored() {
        String token = sessions.begin(customer, HERE);
        assertThat(sessions.ofStaff(token)).isEmpty();
        assertThat(sessions.ofCustomer(token).orElseThrow().holder()).isEqualTo(customer);
        assertThat(jdbc.sql("select count(*) from identity.login_session s where s::text like '%' || :token || '%'")
                        .param("token", token)
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
