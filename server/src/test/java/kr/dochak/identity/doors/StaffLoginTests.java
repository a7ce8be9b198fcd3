package kr.dochak.identity.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import kr.dochak.Jar;
import kr.dochak.ProductTest;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.tries.Asker;
import kr.dochak.identity.tries.PasswordLimits;
import kr.dochak.shared.MallId;
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

/** IDN-1, M3: staff log in, wait longer when they fail, are not kept out by strangers, and lose their login when they leave. */
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
    private PasswordLimits limits;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WorldClock clock;

    private final String email = "sora" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE) + "@dochak.example";
    private static final String RIGHT = "마흔두 마리의 흰긴수염고래";
    private MockMvc mvc;

    @BeforeEach
    void sora_is_an_agent() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        String hash = passwords.encode(RIGHT);
        repository.add(new MallId(1), email, "한소라", hash, Set.of(StaffMember.Role.AGENT), false, clock.instant());
    }

    private ResultActions login(Jar jar, String password, String from) throws Exception {
        return mvc.perform(post("/console/login")
                        .with(jar)
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr(from);
                            return request;
                        })
                        .param("email", email.toUpperCase(java.util.Locale.ROOT))
                        .param("password", password))
                .andDo(jar);
    }

    private boolean reaches(Jar jar, String path) throws Exception {
        return mvc.perform(get(path).with(jar).accept("text/html"))
                        .andDo(jar)
                        .andReturn()
                        .getHandler()
                != null;
    }

    @Test
    void IDN_1_the_right_password_opens_the_console_and_nothing_of_customers() throws Exception {
        Jar jar = new Jar();
        mvc.perform(get("/console/cases").with(jar).accept("text/html"))
                .andDo(jar)
                .andExpect(redirectedUrl("/console/login"));
        login(jar, RIGHT, "10.1.1.1").andExpect(header().string("Location", containsString("/console/cases")));

        assertThat(reaches(jar, "/console/cases")).isTrue();
        assertThat(reaches(jar, "/orders/1")).as("staff are no customers").isFalse();
        assertThat(reaches(jar, "/console/components")).as("not an admin").isFalse();
        mvc.perform(post("/console/logout").with(jar).with(csrf()))
                .andDo(jar)
                .andExpect(redirectedUrl("/console/login?out"));
        assertThat(reaches(jar, "/console/cases")).isFalse();
    }

    @Test
    void M3_after_five_wrong_passwords_each_makes_the_next_wait_longer_and_says_how_long() throws Exception {
        for (int i = 0; i < 5; i++) {
            login(new Jar(), "wrong", "10.1.1.2").andExpect(redirectedUrl("/console/login?failed"));
        }
        for (int seconds : List.of(15, 30, 60, 120, 240, 480, 900, 900)) {
            for (String password : List.of(RIGHT, "wrong")) {
                login(new Jar(), password, "10.1.1.2")
                        .andExpect(status().isTooManyRequests())
                        .andExpect(header().string("Retry-After", String.valueOf(seconds)))
                        .andExpect(forwardedUrl("/console/login/slowed"));
            }
            clock.advanceTo(clock.instant().plusSeconds(seconds));
            login(new Jar(), "wrong", "10.1.1.2").andExpect(redirectedUrl("/console/login?failed"));
        }
        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(15)));
        login(new Jar(), RIGHT, "10.1.1.2").andExpect(redirectedUrl("/console"));
        login(new Jar(), "wrong", "10.1.1.2").andExpect(redirectedUrl("/console/login?failed"));
        login(new Jar(), RIGHT, "10.1.1.2").andExpect(redirectedUrl("/console"));
    }

    @Test
    void M3_strangers_from_many_addresses_do_not_keep_staff_out() throws Exception {
        for (int i = 0; i < 120; i++) {
            limits.tryOnce(email, new Asker("10.1.2." + i / 5, null));
        }
        login(new Jar(), RIGHT, "10.1.3.1").andExpect(status().isTooManyRequests());
        clock.advanceTo(clock.instant().plusSeconds(10));
        login(new Jar(), RIGHT, "10.1.3.1").andExpect(redirectedUrl("/console"));
    }

    @Test
    void M3_fifty_wrong_passwords_from_eleven_addresses_do_not_slow_a_fresh_one() throws Exception {
        for (int i = 0; i < 50; i++) {
            limits.tryOnce(email, new Asker("10.1.4." + i % 11, null));
        }
        login(new Jar(), RIGHT, "10.1.5.1").andExpect(redirectedUrl("/console"));
    }

    @Test
    void M3_a_browser_that_was_here_before_is_not_slowed_by_strangers_at_its_own_address() throws Exception {
        Jar mine = new Jar();
        login(mine, RIGHT, "10.1.6.1").andExpect(redirectedUrl("/console"));
        assertThat(mine.value("device")).isNotNull();
        for (int i = 0; i < 200; i++) {
            limits.tryOnce(email, new Asker("10.1.6." + i % 20, null));
        }
        login(new Jar(), RIGHT, "10.1.6.1").andExpect(status().isTooManyRequests());
        login(mine, RIGHT, "10.1.6.1").andExpect(redirectedUrl("/console"));
    }

    @Test
    void M3_one_address_that_tries_many_accounts_must_wait() throws Exception {
        for (int i = 0; i < 30; i++) {
            tried("spray" + i + email, "2001:db8:1:2::" + i).andExpect(redirectedUrl("/console/login?failed"));
        }
        tried(email, "2001:db8:1:2:ffff::1").andExpect(status().isTooManyRequests());
        tried(email, "2001:db8:1:3::1").andExpect(redirectedUrl("/console/login?failed"));
    }

    private ResultActions tried(String account, String from) throws Exception {
        return mvc.perform(post("/console/login")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(from);
                    return request;
                })
                .param("email", account)
                .param("password", "Frühling-2026"));
    }

    @Test
    void IDN_1_who_has_left_is_out_at_the_next_click() throws Exception {
        Jar jar = new Jar();
        login(jar, RIGHT, "10.1.1.4").andExpect(redirectedUrl("/console"));
        jdbc.sql("update identity.staff set active = false where email = :email")
                .param("email", email)
                .update();

        assertThat(reaches(jar, "/console")).isFalse();
        login(new Jar(), RIGHT, "10.1.1.4").andExpect(redirectedUrl("/console/login?failed"));
    }

    @Test
    void a_form_without_its_token_is_refused() throws Exception {
        mvc.perform(post("/console/login").param("email", email).param("password", RIGHT))
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
