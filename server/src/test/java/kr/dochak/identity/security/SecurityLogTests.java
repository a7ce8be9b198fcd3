package kr.dochak.identity.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import kr.dochak.As;
import kr.dochak.ProductTest;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** M9: what is tried at the doors leaves a row, and nothing in it is a secret. */
@ProductTest
class SecurityLogTests {

    private static final MallId RAINBOW = new MallId(1);

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private SecurityLog log;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WorldClock clock;

    private final String from = "198.51." + ThreadLocalRandom.current().nextInt(256) + "."
            + ThreadLocalRandom.current().nextInt(256);
    private MockMvc mvc;

    @BeforeEach
    void a_new_minute() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(2)));
    }

    private RequestPostProcessor here() {
        return request -> {
            request.setRemoteAddr(from);
            return request;
        };
    }

    private int perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(here())).andReturn().getResponse().getStatus();
    }

    private List<SecurityEvent> rows() {
        return log.page(RAINBOW, null, null, from, null, 50).items();
    }

    private void leaves(Kind kind, Outcome outcome, String detail) {
        assertThat(rows()).anySatisfy(row -> {
            assertThat(row.kind()).isEqualTo(kind);
            assertThat(row.outcome()).isEqualTo(outcome);
            assertThat(row.detail()).isEqualTo(detail);
        });
    }

    @Test
    void M9_wrong_keys_forged_signatures_and_refused_forms_leave_rows() throws Exception {
        assertThat(perform(get("/api/v1/orders/1").header("Authorization", "Bearer not-a-key-at-all")))
                .isEqualTo(401);
        leaves(Kind.API_KEY, Outcome.REFUSED, "GET /api/v1/orders");
        assertThat(perform(post("/api/v1/carriers/kr.epost/events").content("[]")))
                .isEqualTo(401);
        leaves(Kind.HOOK, Outcome.REFUSED, "POST /api/v1/carriers/{carrier}/events");
        assertThat(perform(post("/hooks/tracker-delivery/not-the-secret").content("{}")))
                .isEqualTo(401);
        assertThat(perform(post("/console/login").param("email", "a@b.example").param("password", "geheim")))
                .isEqualTo(403);
        leaves(Kind.FORM, Outcome.REFUSED, "POST /console/login");
        assertThat(perform(get("/t/forged"))).isEqualTo(410);
        leaves(Kind.LINK, Outcome.REFUSED, "GET /t/{token}");
        assertThat(rows().toString()).doesNotContain("not-a-key", "not-the-secret", "forged", "geheim", "a@b.example");
    }

    @Test
    void M9_a_door_of_another_role_and_what_is_anothers_leave_rows_with_who_it_was() throws Exception {
        assertThat(perform(get("/console/accounts").with(As.staff(jdbc, Role.AGENT))))
                .isEqualTo(403);
        leaves(Kind.ROLE, Outcome.REFUSED, "GET /console/accounts");
        assertThat(perform(get("/console/orders/999999999").with(As.staff(jdbc, Role.AGENT))))
                .isEqualTo(404);
        leaves(Kind.FOREIGN, Outcome.REFUSED, "GET /console/orders/{id}");
        assertThat(perform(get("/orders/999999999").with(As.customer(new PersonId(77), RAINBOW))))
                .isEqualTo(404);
        leaves(Kind.FOREIGN, Outcome.REFUSED, "GET /orders/{id}");
        assertThat(rows()).anySatisfy(row -> assertThat(row.who().staffId()).isNotNull());
        assertThat(rows()).anySatisfy(row -> assertThat(row.who().personId()).isEqualTo(new PersonId(77)));
    }

    @Test
    void M9_log_ins_failures_slow_downs_and_log_outs_of_staff_leave_rows() throws Exception {
        for (int i = 0; i < 6; i++) {
            perform(post("/console/login")
                    .with(csrf())
                    .param("email", "lead@dochak.example")
                    .param("password", "wrong"));
        }
        leaves(Kind.STAFF_LOGIN, Outcome.REFUSED, "");
        leaves(Kind.STAFF_LOGIN, Outcome.SLOWED, "");
        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(15)));
        perform(post("/console/login")
                .with(csrf())
                .param("email", "lead@dochak.example")
                .param("password", "dochak-demo"));
        leaves(Kind.STAFF_LOGIN, Outcome.DONE, "");
        perform(post("/console/logout").with(csrf()).with(As.staff(jdbc, Role.LEAD)));
        leaves(Kind.LOGOUT, Outcome.DONE, "");
        perform(post("/console/login")
                .with(csrf())
                .param("email", "no@where.example")
                .param("password", "wrong"));
        assertThat(rows().getFirst().who()).as("an account that is not there").isEqualTo(Who.NOBODY);
    }

    @Test
    void M9_another_malls_rows_are_not_shown_and_nobodys_are() {
        log.note(Kind.STAFF_LOGIN, Outcome.DONE, new Who(new MallId(2), 1L, null), from, "");
        log.note(Kind.API_KEY, Outcome.REFUSED, Who.NOBODY, from, "");
        assertThat(rows()).extracting(SecurityEvent::kind).containsExactly(Kind.API_KEY);
    }

    @Test
    void M9_a_detail_forges_no_line_and_the_log_is_only_added_to() {
        log.note(Kind.ACCOUNT, Outcome.DONE, Who.NOBODY, from, "a\n2026-11-30 INFO forged\u202e\u0000b");
        assertThat(rows().getFirst().detail()).isEqualTo("a 2026-11-30 INFO forged  b");
        for (String sql : List.of(
                "update identity.security_log set outcome = 'DONE' where address = :a",
                "delete from identity.security_log where address = :a")) {
            assertThatThrownBy(() -> jdbc.sql(sql).param("a", from).update()).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void M9_administrators_search_filter_and_page_through_it() throws Exception {
        for (int i = 0; i < 60; i++) {
            log.note(Kind.API_KEY, Outcome.REFUSED, Who.NOBODY, from, "n" + i);
            if (i % 15 == 0) {
                clock.advanceTo(clock.instant().plus(Duration.ofMinutes(1)));
            }
        }
        RequestPostProcessor admin = As.staff(jdbc, Role.ADMIN);
        mvc.perform(get("/console/security").param("q", from).with(admin))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(from)))
                .andExpect(content().string(containsString("after=")));
        mvc.perform(get("/console/security")
                        .param("q", from)
                        .param("kind", "REVEAL")
                        .with(admin))
                .andExpect(content().string(containsString("조건에 맞는 기록이 없어요")));
        mvc.perform(get("/console/security").with(As.staff(jdbc, Role.LEAD))).andExpect(status().isForbidden());
    }

    @Test
    void M9_a_line_of_the_board_says_when_many_are_refused() throws Exception {
        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(11)));
        assertThat(log.alarm()).isEmpty();
        for (int i = 0; i < 101; i++) {
            log.note(Kind.API_KEY, Outcome.REFUSED, Who.NOBODY, from, "");
        }
        log.settle(clock.instant().plus(Duration.ofMinutes(1)));
        assertThat(log.alarm()).hasValueSatisfying(alarm -> {
            assertThat(alarm.refusals()).isGreaterThanOrEqualTo(101);
            assertThat(alarm.addresses()).isGreaterThanOrEqualTo(1);
        });
        mvc.perform(get("/console").with(As.staff(jdbc, Role.LEAD)))
                .andExpect(content().string(containsString("로그인·열쇠 거절")));
    }
}
