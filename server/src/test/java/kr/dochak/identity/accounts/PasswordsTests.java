package kr.dochak.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import kr.dochak.Jar;
import kr.dochak.ProductTest;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.StaffRepository;
import kr.dochak.shared.MallId;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** H6: passwords are changed by their owners, given by others only once, and end with the account. */
@ProductTest
class PasswordsTests {

    private static final String OLD = "마흔두 마리의 흰긴수염고래";
    private static final String FRESH = "작은 배가 서른 척이나 떠요";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private StaffRepository staff;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private WorldClock clock;

    private final String email = "p" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE) + "@dochak.example";
    private final StaffMember admin = new StaffMember(-1, new MallId(1), "관리", Set.of(Role.ADMIN));
    private MockMvc mvc;
    private StaffMember member = admin;

    @BeforeEach
    void a_member_of_staff() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        staff.add(new MallId(1), email, "한소라", encoder.encode(OLD), Set.of(Role.AGENT), false, clock.instant());
        member = staff.byEmail(email).orElseThrow().member();
    }

    private ResultActions login(Jar jar, String password) throws Exception {
        return mvc.perform(post("/console/login")
                        .with(jar)
                        .with(csrf())
                        .param("email", email)
                        .param("password", password))
                .andDo(jar);
    }

    private Jar in(String password) throws Exception {
        Jar jar = new Jar();
        login(jar, password).andExpect(redirectedUrl("/console"));
        return jar;
    }

    private ResultActions change(Jar jar, String old, String fresh, String again) throws Exception {
        return mvc.perform(post("/console/password")
                        .with(jar)
                        .with(csrf())
                        .param("old", old)
                        .param("fresh", fresh)
                        .param("again", again))
                .andDo(jar);
    }

    private void isOut(Jar jar) throws Exception {
        mvc.perform(get("/console/sessions").with(jar).accept("text/html")).andExpect(redirectedUrl("/console/login"));
    }

    private void isIn(Jar jar) throws Exception {
        mvc.perform(get("/console/sessions").with(jar)).andExpect(status().isOk());
    }

    @Test
    void H6_a_change_needs_the_old_password_and_ends_the_other_log_ins() throws Exception {
        Jar here = in(OLD);
        Jar there = in(OLD);
        change(here, "not this one", FRESH, FRESH).andExpect(status().isUnprocessableContent());
        change(here, OLD, FRESH, FRESH + "!").andExpect(status().isUnprocessableContent());
        change(here, OLD, OLD, OLD).andExpect(status().isUnprocessableContent());
        change(here, OLD, "password1234!", "password1234!")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("쉽게 알아낼 수 있는")))
                .andExpect(content().string(not(containsString("password1234!"))));
        isIn(there);
        change(here, OLD, FRESH, FRESH).andExpect(redirectedUrl("/console/sessions"));
        isIn(here);
        isOut(there);
        login(new Jar(), OLD).andExpect(redirectedUrl("/console/login?failed"));
        in(FRESH);
    }

    @Test
    void H6_guessing_the_old_password_in_a_session_that_was_left_open_is_slowed() throws Exception {
        Jar jar = in(OLD);
        for (int i = 0; i < 5; i++) {
            change(jar, "guess " + i, FRESH, FRESH).andExpect(status().isUnprocessableContent());
        }
        change(jar, OLD, FRESH, FRESH).andExpect(content().string(containsString("이후에 다시")));
        clock.advanceTo(clock.instant().plusSeconds(15));
        change(jar, OLD, FRESH, FRESH).andExpect(redirectedUrl("/console/sessions"));
    }

    @Test
    void H6_a_password_from_an_administrator_is_changed_before_anything_else_opens() throws Exception {
        Jar before = in(OLD);
        String given = accounts.reset(admin, member.id()).orElseThrow().password();
        isOut(before);
        login(new Jar(), OLD).andExpect(redirectedUrl("/console/login?failed"));
        Jar jar = in(given);
        mvc.perform(get("/console/cases").with(jar)).andExpect(redirectedUrl("/console/password"));
        mvc.perform(get("/console/live?topic=board").with(jar).header("HX-Request", "true"))
                .andExpect(status().isForbidden())
                .andExpect(header().string("HX-Redirect", "/console/password"));
        mvc.perform(post("/console/sessions/others/end").with(jar).with(csrf()))
                .andExpect(redirectedUrl("/console/password"));
        mvc.perform(get("/console/password").with(jar)).andExpect(content().string(containsString("먼저 비밀번호를")));
        change(jar, given, FRESH, FRESH).andExpect(redirectedUrl("/console/sessions"));
        mvc.perform(get("/console/cases").with(jar)).andExpect(status().isOk());
    }

    @Test
    void H6_a_one_time_password_is_worth_nothing_after_three_days() throws Exception {
        String given = accounts.reset(admin, member.id()).orElseThrow().password();
        clock.advanceTo(clock.instant().plus(Duration.ofDays(3)));
        login(new Jar(), given).andExpect(redirectedUrl("/console/login?failed"));
    }

    @Test
    void H6_a_weak_password_from_before_the_rule_is_changed_at_the_next_log_in() throws Exception {
        staff.password(member.id(), encoder.encode("1"), clock.instant());
        Jar jar = in("1");
        mvc.perform(get("/console").with(jar)).andExpect(redirectedUrl("/console/password"));
    }

    @Test
    void H6_nobody_resets_another_malls_accounts_their_own_or_without_the_role() {
        StaffMember other = new StaffMember(-1, new MallId(2), "남", Set.of(Role.ADMIN));
        StaffMember lead = new StaffMember(-1, new MallId(1), "팀장", Set.of(Role.LEAD));
        StaffMember self = new StaffMember(member.id(), new MallId(1), "나", Set.of(Role.ADMIN));
        for (StaffMember who : java.util.List.of(other, lead, self)) {
            assertThat(accounts.reset(who, member.id())).isEmpty();
            assertThat(accounts.endSessions(who, member.id())).isEmpty();
        }
    }
}
