package kr.dochak.identity.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import kr.dochak.ProductTest;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRepository;
import kr.dochak.shared.MallId;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** IDN-1: staff log in, are locked out for a told time, and lose their login when they leave. */
@ProductTest
class StaffLoginTests {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private StaffRepository repository;

    @Autowired
    private Staff staff;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WorldClock clock;

    private final String email = "sora" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE) + "@dochak.example";
    private MockMvc mvc;

    @BeforeEach
    void sora_is_an_agent() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        String hash = passwords.encode("right");
        repository.add(new MallId(1), email, "한소라", hash, StaffMember.Role.AGENT, false, clock.instant());
    }

    private ResultActions login(MockHttpSession session, String password, String from) throws Exception {
        return mvc.perform(post("/console/login")
                .session(session)
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(from);
                    return request;
                })
                .param("email", email.toUpperCase(java.util.Locale.ROOT))
                .param("password", password));
    }

    private boolean reaches(MockHttpSession session, String path) throws Exception {
        return mvc.perform(get(path).session(session).accept("text/html"))
                        .andReturn()
                        .getHandler()
                != null;
    }

    @Test
    void IDN_1_the_right_password_opens_the_console_and_nothing_of_customers() throws Exception {
        MockHttpSession session = new MockHttpSession();
        mvc.perform(get("/console/cases").session(session).accept("text/html"))
                .andExpect(redirectedUrl("/console/login"));
        login(session, "right", "10.1.1.1").andExpect(header().string("Location", containsString("/console/cases")));

        assertThat(reaches(session, "/console/cases")).isTrue();
        assertThat(reaches(session, "/orders/1")).as("staff are no customers").isFalse();
        assertThat(reaches(session, "/console/components")).as("not an admin").isFalse();
        mvc.perform(post("/console/logout").session(session).with(csrf()))
                .andExpect(redirectedUrl("/console/login?out"));
        assertThat(reaches(session, "/console/cases")).isFalse();
    }

    @Test
    void IDN_1_five_wrong_passwords_lock_the_account_there_and_say_until_when() throws Exception {
        for (int i = 0; i < 5; i++) {
            login(new MockHttpSession(), "wrong", "10.1.1.2").andExpect(redirectedUrl("/console/login?failed"));
        }
        long until = clock.instant().plus(Duration.ofMinutes(15)).getEpochSecond();
        login(new MockHttpSession(), "right", "10.1.1.2").andExpect(redirectedUrl("/console/login?locked=" + until));
        login(new MockHttpSession(), "right", "10.1.1.3").andExpect(redirectedUrl("/console"));

        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(15)));
        login(new MockHttpSession(), "right", "10.1.1.2").andExpect(redirectedUrl("/console"));
    }

    @Test
    void IDN_1_who_has_left_is_out_at_the_next_click() throws Exception {
        MockHttpSession session = new MockHttpSession();
        login(session, "right", "10.1.1.4").andExpect(redirectedUrl("/console"));
        jdbc.sql("update identity.staff set active = false where email = :email")
                .param("email", email)
                .update();

        assertThat(reaches(session, "/console")).isFalse();
        login(new MockHttpSession(), "right", "10.1.1.4").andExpect(redirectedUrl("/console/login?failed"));
    }

    @Test
    void a_form_without_its_token_is_refused() throws Exception {
        mvc.perform(post("/console/login").param("email", email).param("password", "right"))
                .andExpect(status().isForbidden());
    }

    @Test
    void staff_are_listed_for_their_mall_only() {
        long id = repository.byEmail(email).orElseThrow().member().id();

        assertThat(staff.byId(id)).map(StaffMember::name).contains("한소라");
        assertThat(staff.all(new MallId(1))).extracting(StaffMember::id).contains(id);
        assertThat(staff.all(new MallId(2))).extracting(StaffMember::id).doesNotContain(id);
    }
}
