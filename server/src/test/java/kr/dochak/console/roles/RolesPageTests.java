package kr.dochak.console.roles;

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

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import kr.dochak.As;
import kr.dochak.Jar;
import kr.dochak.ProductTest;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.roles.RoleWish;
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
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** IDN-1: a role is changed on its page, looked at before, agreed to where it is risky, and counts with the next request. */
@ProductTest
class RolesPageTests {

    private static final String PASSWORD = "마흔두 마리의 흰긴수염고래";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private StaffRepository staff;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private WorldClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final String email = "r" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE) + "@dochak.example";
    private MockMvc mvc;
    private long role;

    @BeforeEach
    void a_role_of_the_companys_own_and_somebody_with_it() throws Exception {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        long agent = jdbc.sql("select id from identity.role where shipped = 'AGENT'")
                .query(Long.class)
                .single();
        String to = send(post("/console/roles/" + agent + "/copy").param("name", email.substring(0, 16)))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        role = Long.parseLong(String.valueOf(to).replaceAll("\\D+", ""));
        staff.add(new MallId(1), email, "권리", encoder.encode(PASSWORD), Set.of(), false, clock.instant());
        jdbc.sql("insert into identity.staff_role select id, :role from identity.staff where email = :email")
                .param("role", role)
                .param("email", email)
                .update();
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(As.staff(jdbc, Role.ADMIN)).with(csrf()));
    }

    private ResultActions change(RoleWish was, RoleWish wish) throws Exception {
        return send(post("/console/roles/" + role)
                .param("right", wish.rights().stream().map(Right::name).toArray(String[]::new))
                .param("limit", "" + wish.limit().amount())
                .param("was", RoleForm.text(was)));
    }

    private static RoleWish wish(Right... without) {
        EnumSet<Right> rights = EnumSet.copyOf(Role.AGENT.rights());
        rights.removeAll(Set.of(without));
        return new RoleWish(rights, Won.ZERO);
    }

    private Jar in() throws Exception {
        Jar jar = new Jar();
        mvc.perform(post("/console/login")
                        .with(jar)
                        .with(csrf())
                        .param("email", email)
                        .param("password", PASSWORD))
                .andDo(jar);
        return jar;
    }

    @Test
    void IDN_1_a_right_that_is_taken_on_the_page_closes_its_doors_with_the_next_request() throws Exception {
        Jar jar = in();
        mvc.perform(get("/console/tasks").with(jar)).andExpect(status().isOk());
        change(wish(), wish(Right.TASKS_WORK)).andExpect(status().is3xxRedirection());
        mvc.perform(get("/console/tasks").with(jar)).andExpect(status().isForbidden());
        mvc.perform(get("/console/cases").with(jar)).andExpect(status().isOk());
        assertThat(jdbc.sql("select detail from identity.security_log where kind = 'ACCOUNT' order by id desc limit 5")
                        .query(String.class)
                        .list())
                .contains("role " + role + ": -TASKS_WORK");
    }

    @Test
    void IDN_1_who_has_a_role_that_asks_for_a_second_factor_is_led_to_it_with_the_next_request() throws Exception {
        Jar jar = in();
        mvc.perform(get("/console/tasks").with(jar)).andExpect(status().isOk());
        send(post("/console/roles/" + role + "/second-factor").param("asked", "true"))
                .andExpect(status().is3xxRedirection());
        send(get("/console/roles/" + role)).andExpect(content().string(containsString("2단계 인증이 꼭 필요해요")));
        mvc.perform(get("/console/tasks").with(jar)).andExpect(redirectedUrl("/console/second-factor"));
        send(post("/console/roles/" + role + "/second-factor").param("asked", "false"));
        mvc.perform(get("/console/tasks").with(jar)).andExpect(status().isOk());
        assertThat(jdbc.sql("""
                        select array_to_string(before || after, ' ') from changes.entry
                        where kind = 'roles' and object = :role and fields = '{second-factor}' order by id
                        """).param("role", "" + role).query(String.class).list())
                .containsExactly("false true", "true false");
    }

    @Test
    void IDN_1_an_administrator_of_one_mall_asks_nobody_for_a_second_factor() throws Exception {
        mvc.perform(post("/console/roles/" + role + "/second-factor")
                        .with(As.hangang(jdbc, Role.ADMIN))
                        .with(csrf())
                        .param("asked", "true"))
                .andExpect(status().isForbidden());
    }

    @Test
    void IDN_1_who_would_lose_what_stands_there_before_anything_is_saved() throws Exception {
        send(get("/console/roles/" + role)
                        .param("look", "true")
                        .param("right", "ORDERS_SEE")
                        .param("limit", "0"))
                .andExpect(content().string(containsString("권리")))
                .andExpect(content().string(containsString("못 하게 돼요: ")));
        mvc.perform(get("/console/tasks").with(in())).andExpect(status().isOk());
    }

    @Test
    void SET_1_a_risky_right_waits_for_another_administrator() throws Exception {
        Jar jar = in();
        RoleWish more = new RoleWish(EnumSet.allOf(Right.class), Won.ZERO);
        more.rights().remove(Right.PLATFORM);
        change(wish(), more);
        mvc.perform(get("/console/accounts").with(jar)).andExpect(status().isForbidden());
        send(post("/console/roles/" + role + "/agreement"));
        mvc.perform(get("/console/accounts").with(jar)).andExpect(status().isForbidden());
        mvc.perform(post("/console/roles/" + role + "/agreement")
                .with(As.hangang(jdbc, Role.ADMIN))
                .with(csrf()));
        mvc.perform(get("/console/accounts").with(jar)).andExpect(status().isOk());
    }

    @Test
    void IDN_1_a_change_made_on_an_old_page_changes_nothing() throws Exception {
        change(wish(), wish(Right.TASKS_WORK));
        change(wish(), wish(Right.CASES_WORK));
        send(get("/console/roles/" + role))
                .andExpect(content()
                        .string(not(containsString("value=\"TASKS_WORK\"\n                                checked"))));
        mvc.perform(get("/console/tasks").with(in())).andExpect(status().isForbidden());
    }

    @Test
    void IDN_1_an_administrator_of_one_mall_reads_roles_and_changes_none() throws Exception {
        mvc.perform(get("/console/roles/" + role).with(As.hangang(jdbc, Role.ADMIN)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/copy"))));
        mvc.perform(post("/console/roles/" + role)
                        .with(As.hangang(jdbc, Role.ADMIN))
                        .with(csrf())
                        .param("right", "ORDERS_SEE")
                        .param("was", RoleForm.text(wish())))
                .andExpect(status().isForbidden());
    }

    @Test
    void IDN_1_the_right_to_administer_is_not_taken_from_oneself() throws Exception {
        long admin = jdbc.sql("select id from identity.role where shipped = 'ADMIN'")
                .query(Long.class)
                .single();
        RoleWish was = new RoleWish(Role.ADMIN.rights(), Role.ADMIN.limit());
        send(post("/console/roles/" + admin)
                .param("right", "ORDERS_SEE")
                .param("limit", "0")
                .param("was", RoleForm.text(was)));
        mvc.perform(get("/console/accounts").with(As.staff(jdbc, Role.ADMIN))).andExpect(status().isOk());
    }
}
