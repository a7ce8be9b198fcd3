package kr.dochak.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import kr.dochak.Jar;
import kr.dochak.ProductTest;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.accounts.Accounts;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** IDN-1: one member of staff works for several malls, one at a time, and for no other. */
@ProductTest
class MallsOfStaffTests {

    private static final MallId RAINBOW = new MallId(1);
    private static final MallId HANGANG = new MallId(2);
    private static final String PASSWORD = "마흔두 마리의 흰긴수염고래";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private StaffRepository staff;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Staff colleagues;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private WorldClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final String email = "m" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE) + "@dochak.example";
    private MockMvc mvc;
    private long id;
    private MallId third = HANGANG;

    @BeforeEach
    void a_lead_of_two_malls_of_three() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        third = new MallId(jdbc.sql("""
                insert into identity.mall (code, name, created_at) values (:code, '셋째몰', now()) returning tenant_id
                """)
                .param("code", "third" + ThreadLocalRandom.current().nextInt(1_000_000))
                .query(Long.class)
                .single());
        staff.add(RAINBOW, email, "두몰", encoder.encode(PASSWORD), Set.of(Role.LEAD), false, clock.instant());
        id = staff.byEmail(email).orElseThrow().member().id();
        staff.worksFor(id, HANGANG);
    }

    private Jar in() throws Exception {
        Jar jar = new Jar();
        mvc.perform(post("/console/login")
                        .with(jar)
                        .with(csrf())
                        .param("email", email)
                        .param("password", PASSWORD))
                .andDo(jar)
                .andExpect(redirectedUrl("/console"));
        return jar;
    }

    private ResultActions goTo(Jar jar, MallId mall) throws Exception {
        return mvc.perform(post("/console/mall").with(jar).with(csrf()).param("to", mall.toString()));
    }

    private void isAt(Jar jar, MallId mall) throws Exception {
        mvc.perform(get("/console/sessions").with(jar))
                .andExpect(
                        content().string(containsString("name=\"to\" value=\"" + mall + "\" aria-pressed=\"true\"")));
    }

    @Test
    void IDN_1_the_mall_that_is_chosen_stands_with_that_log_in_alone() throws Exception {
        Jar here = in();
        Jar there = in();
        isAt(here, RAINBOW);
        goTo(here, HANGANG).andExpect(redirectedUrl("/console"));
        isAt(here, HANGANG);
        isAt(there, RAINBOW);
    }

    @Test
    void IDN_1_nobody_goes_to_a_mall_that_is_not_theirs_nor_takes_anothers_log_in_along() throws Exception {
        Jar jar = in();
        goTo(jar, third).andExpect(status().isNotFound());
        goTo(jar, new MallId(0)).andExpect(status().isNotFound());
        isAt(jar, RAINBOW);
        mvc.perform(get("/console/sessions").with(jar)).andExpect(content().string(not(containsString("셋째몰"))));
    }

    @Test
    void IDN_1_a_mall_that_is_taken_away_is_left_with_the_next_request() throws Exception {
        Jar jar = in();
        goTo(jar, HANGANG);
        jdbc.sql("delete from identity.staff_mall where staff_id = :id and tenant_id = :mall")
                .param("id", id)
                .param("mall", HANGANG.value())
                .update();
        mvc.perform(get("/console/sessions").with(jar))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("한강마트"))));
        goTo(jar, HANGANG).andExpect(status().isNotFound());
    }

    @Test
    void IDN_1_a_form_of_one_mall_changes_nothing_in_another() throws Exception {
        Jar jar = in();
        mvc.perform(get("/console/sessions").with(jar))
                .andExpect(content().string(containsString("name=\"_mall\" value=\"" + RAINBOW + "\"")));
        goTo(jar, HANGANG);
        mvc.perform(post("/console/sessions/others/end").with(jar).with(csrf()).param("_mall", RAINBOW.toString()))
                .andExpect(status().isConflict());
        mvc.perform(post("/console/sessions/others/end").with(jar).with(csrf()).param("_mall", HANGANG.toString()))
                .andExpect(redirectedUrl("/console/sessions"));
    }

    /** A form can only be sent; what it would have deleted stands in a field of its own. */
    @Test
    void IDN_1_a_form_of_one_mall_takes_nothing_back_in_another() throws Exception {
        Jar jar = in();
        goTo(jar, HANGANG);
        mvc.perform(post("/console/integrations/unknown/1/seen")
                        .with(jar)
                        .with(csrf())
                        .param("_method", "delete")
                        .param("_mall", RAINBOW.toString()))
                .andExpect(status().isConflict());
    }

    @Test
    void IDN_1_the_limit_is_that_of_the_mall_where_one_is_at_work() {
        jdbc.sql("update identity.staff_mall set limit_won = 7000 where staff_id = :id and tenant_id = :mall")
                .param("id", id)
                .param("mall", HANGANG.value())
                .update();
        assertThat(staff.byId(id).orElseThrow().member().limit()).isEqualTo(Role.LEAD.limit());
        assertThat(colleagues.all(HANGANG)).anySatisfy(member -> {
            assertThat(member.id()).isEqualTo(id);
            assertThat(member.limit()).isEqualTo(new Won(7000));
        });
    }

    @Test
    void IDN_1_who_has_one_mall_is_asked_nothing() throws Exception {
        jdbc.sql("delete from identity.staff_mall where staff_id = :id and tenant_id = :mall")
                .param("id", id)
                .param("mall", HANGANG.value())
                .update();
        mvc.perform(get("/console/sessions").with(in()))
                .andExpect(content().string(not(containsString("/console/mall"))))
                .andExpect(content().string(not(containsString("_mall"))));
    }

    @Test
    void IDN_1_an_administrator_of_one_mall_leaves_alone_who_has_others_too_and_who_looks_after_all() {
        StaffMember one = new StaffMember(-1, RAINBOW, "한 몰", Set.of(Role.ADMIN));
        StaffMember both = new StaffMember(-2, RAINBOW, Set.of(RAINBOW, HANGANG), "두 몰", one.roles(), Won.ZERO);
        assertThat(accounts.reset(one, id)).isEmpty();
        assertThat(accounts.endSessions(one, id)).isEmpty();
        assertThat(accounts.endSessions(both, id)).isPresent();
        String platform = "p" + email;
        staff.add(RAINBOW, platform, "모두", "", Set.of(Role.ADMIN, Role.PLATFORM), false, clock.instant());
        long all = staff.byEmail(platform).orElseThrow().member().id();
        assertThat(accounts.reset(one, all)).isEmpty();
        assertThat(accounts.endSessions(both, all)).isEmpty();
        StaffMember platformToo = new StaffMember(-3, RAINBOW, "관리", Set.of(Role.ADMIN, Role.PLATFORM));
        assertThat(accounts.endSessions(platformToo, all)).isPresent();
    }
}
