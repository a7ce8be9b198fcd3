package kr.dochak.identity.factors;

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
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kr.dochak.As;
import kr.dochak.Jar;
import kr.dochak.ProductTest;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.StaffRepository;
import kr.dochak.shared.MallId;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** IDN-1: staff log in by password and a code of their app; who must have one is led to it; who lost it has codes on paper. */
@ProductTest
@RecordApplicationEvents
class SecondFactorTests {

    private static final String RIGHT = "마흔두 마리의 흰긴수염고래";
    private static final Pattern RECOVERY = Pattern.compile("<li><code>([a-z2-9-]{14})</code></li>");

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

    private final String email = "f" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE) + "@dochak.example";
    private MockMvc mvc;

    @BeforeEach
    void pages() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    private long works(Role role) {
        staff.add(new MallId(1), email, "한소라", encoder.encode(RIGHT), Set.of(role), false, clock.instant());
        return staff.byEmail(email).orElseThrow().member().id();
    }

    private ResultActions login(Jar jar) throws Exception {
        return mvc.perform(post("/console/login")
                        .with(jar)
                        .with(csrf())
                        .param("email", email)
                        .param("password", RIGHT))
                .andDo(jar);
    }

    private ResultActions code(Jar jar, String code) throws Exception {
        return mvc.perform(post("/console/login/code").with(jar).with(csrf()).param("code", code))
                .andDo(jar);
    }

    private ResultActions act(Jar jar, String path, String password, String code) throws Exception {
        return mvc.perform(post("/console/second-factor/" + path)
                        .with(jar)
                        .with(csrf())
                        .param("password", password)
                        .param("code", code))
                .andDo(jar);
    }

    private static String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }

    private String page(Jar jar) throws Exception {
        return text(mvc.perform(get("/console/second-factor").with(jar)).andExpect(status().isOk()));
    }

    private void later(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
    }

    private record Enrolled(Jar jar, Phone phone, List<String> codes) {}

    private Enrolled enrolled() throws Exception {
        Jar jar = new Jar();
        login(jar).andExpect(redirectedUrl("/console"));
        act(jar, "app", "", "").andExpect(redirectedUrl("/console/second-factor"));
        Phone phone = Phone.reading(page(jar));
        String shown =
                text(act(jar, "app/code", "", phone.code(clock.instant())).andExpect(status().isOk()));
        List<String> codes =
                RECOVERY.matcher(shown).results().map(each -> each.group(1)).toList();
        later(Duration.ofMinutes(2));
        return new Enrolled(jar, phone, codes);
    }

    @Test
    void IDN_1_the_password_alone_opens_nothing_once_an_app_is_there() throws Exception {
        works(Role.AGENT);
        Enrolled mine = enrolled();
        Jar jar = new Jar();
        mvc.perform(get("/console/cases").with(jar).accept("text/html")).andDo(jar);
        login(jar).andExpect(redirectedUrl("/console/login/code"));
        assertThat(jar.value("staff")).isNull();
        mvc.perform(get("/console/cases").with(jar).accept("text/html")).andExpect(redirectedUrl("/console/login"));
        mvc.perform(get("/console/login/code").with(jar)).andExpect(content().string(containsString("인증 앱")));
        code(jar, "000000").andExpect(status().isUnprocessableContent());
        code(jar, mine.phone().code(clock.instant()))
                .andExpect(header().string("Location", containsString("/console/cases")));
        mvc.perform(get("/console/cases").with(jar)).andExpect(status().isOk());
        assertThat(jdbc.sql("""
                select s.way from identity.login_session s join identity.staff f on f.id = s.staff_id
                where f.email = :email order by s.id desc limit 1
                """).param("email", email).query(String.class).single())
                .isEqualTo("TOTP");
    }

    @Test
    void IDN_1_a_code_is_used_once_and_only_by_the_browser_that_gave_the_password() throws Exception {
        works(Role.AGENT);
        Enrolled mine = enrolled();
        String shown = mine.phone().code(clock.instant());
        code(new Jar(), shown).andExpect(status().isGone());
        Jar one = new Jar();
        login(one);
        code(one, shown).andExpect(redirectedUrl("/console"));
        Jar other = new Jar();
        login(other);
        code(other, shown).andExpect(status().isUnprocessableContent());
        later(Duration.ofSeconds(30));
        code(other, mine.phone().code(clock.instant())).andExpect(redirectedUrl("/console"));
        code(other, mine.phone().code(clock.instant())).andExpect(status().isGone());
    }

    @Test
    void IDN_1_five_minutes_or_five_wrong_codes_end_the_second_step() throws Exception {
        works(Role.AGENT);
        Enrolled mine = enrolled();
        Jar late = new Jar();
        login(late);
        later(Duration.ofMinutes(5));
        code(late, mine.phone().code(clock.instant())).andExpect(status().isGone());
        Jar guessing = new Jar();
        login(guessing);
        for (int i = 0; i < 4; i++) {
            code(guessing, "00000" + i).andExpect(status().isUnprocessableContent());
        }
        code(guessing, "000009").andExpect(status().isGone());
        code(guessing, mine.phone().code(clock.instant())).andExpect(status().isGone());
    }

    @Test
    void IDN_1_who_guesses_codes_waits_longer_each_time_and_the_browser_of_before_does_not() throws Exception {
        works(Role.AGENT);
        Enrolled mine = enrolled();
        Jar thief = new Jar();
        login(thief);
        for (int i = 0; i < 5; i++) {
            code(thief, "00000" + i);
        }
        login(thief);
        code(thief, "000006").andExpect(status().isTooManyRequests()).andExpect(header().string("Retry-After", "15"));
        login(mine.jar()).andExpect(redirectedUrl("/console/login/code"));
        code(mine.jar(), mine.phone().code(clock.instant())).andExpect(redirectedUrl("/console"));
    }

    @Test
    void IDN_1_ten_codes_on_paper_open_once_each_and_lie_hashed() throws Exception {
        long id = works(Role.AGENT);
        Enrolled mine = enrolled();
        assertThat(mine.codes()).hasSize(10).doesNotHaveDuplicates();
        assertThat(page(mine.jar())).doesNotContain(mine.codes().getFirst()).contains("남은 복구 코드 10개");
        Jar jar = new Jar();
        login(jar);
        code(jar, mine.codes().getFirst().toUpperCase(java.util.Locale.ROOT).replace("-", " "))
                .andExpect(redirectedUrl("/console"));
        Jar again = new Jar();
        login(again);
        code(again, mine.codes().getFirst()).andExpect(status().isUnprocessableContent());
        assertThat(page(jar)).contains("남은 복구 코드 9개");
        assertThat(jdbc.sql("select code_hash from identity.recovery_code where staff_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .allMatch(hash -> hash.startsWith("{bcrypt}"));
    }

    @Test
    void IDN_1_adding_an_app_ends_the_log_ins_that_were_begun_without_it() throws Exception {
        works(Role.AGENT);
        Jar other = new Jar();
        login(other);
        Enrolled mine = enrolled();
        mvc.perform(get("/console/sessions").with(other).accept("text/html"))
                .andExpect(redirectedUrl("/console/login"));
        mvc.perform(get("/console/sessions").with(mine.jar())).andExpect(status().isOk());
    }

    @Test
    void IDN_1_taking_it_away_or_changing_it_needs_password_and_code() throws Exception {
        works(Role.AGENT);
        Enrolled mine = enrolled();
        Phone phone = mine.phone();
        act(mine.jar(), "removal", "wrong", phone.code(clock.instant())).andExpect(status().isUnprocessableContent());
        act(mine.jar(), "removal", RIGHT, "000000").andExpect(status().isUnprocessableContent());
        act(mine.jar(), "app", RIGHT, "").andExpect(status().isUnprocessableContent());
        act(mine.jar(), "codes", RIGHT, phone.code(clock.instant()))
                .andExpect(content().string(not(containsString(mine.codes().getFirst()))));
        later(Duration.ofMinutes(1));
        act(mine.jar(), "app", RIGHT, phone.code(clock.instant())).andExpect(redirectedUrl("/console/second-factor"));
        Phone fresh = Phone.reading(page(mine.jar()));
        act(mine.jar(), "app/code", "", fresh.code(clock.instant())).andExpect(status().isOk());
        later(Duration.ofMinutes(1));
        act(mine.jar(), "removal", RIGHT, phone.code(clock.instant())).andExpect(status().isUnprocessableContent());
        act(mine.jar(), "removal", RIGHT, fresh.code(clock.instant()))
                .andExpect(redirectedUrl("/console/second-factor"));
        login(new Jar()).andExpect(redirectedUrl("/console"));
    }

    @Test
    void IDN_1_a_log_in_of_long_ago_is_asked_for_the_password_before_an_app_is_added() throws Exception {
        works(Role.AGENT);
        Jar jar = new Jar();
        login(jar);
        later(Duration.ofMinutes(11));
        act(jar, "app", "", "").andExpect(status().isUnprocessableContent());
        act(jar, "app", RIGHT, "").andExpect(redirectedUrl("/console/second-factor"));
    }

    @Test
    void IDN_1_whose_role_asks_for_it_does_nothing_else_before() throws Exception {
        works(Role.ADMIN);
        Jar jar = new Jar();
        login(jar).andExpect(redirectedUrl("/console"));
        mvc.perform(get("/console/orders").with(jar)).andExpect(redirectedUrl("/console/second-factor"));
        mvc.perform(get("/console/live?topic=board").with(jar).header("HX-Request", "true"))
                .andExpect(status().isForbidden())
                .andExpect(header().string("HX-Redirect", "/console/second-factor"));
        assertThat(page(jar)).contains("먼저 2단계 인증");
        act(jar, "app", "", "");
        Phone phone = Phone.reading(page(jar));
        act(jar, "app/code", "", phone.code(clock.instant())).andExpect(status().isOk());
        mvc.perform(get("/console/orders").with(jar)).andExpect(status().isOk());
        later(Duration.ofMinutes(1));
        act(jar, "removal", RIGHT, phone.code(clock.instant()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("꼭 필요")));
    }

    @Test
    void IDN_1_an_administrator_resets_a_colleagues_and_nobody_elses(ApplicationEvents facts) throws Exception {
        long id = works(Role.AGENT);
        Enrolled mine = enrolled();
        String at = "/console/accounts/" + id + "/second-factor";
        mvc.perform(get(at).with(As.staff(jdbc, Role.ADMIN)))
                .andExpect(content().string(containsString("한소라님")));
        mvc.perform(post(at).with(As.hangang(jdbc, Role.ADMIN)).with(csrf()).param("reason", "LOST"))
                .andExpect(status().isNotFound());
        mvc.perform(post(at).with(As.staff(jdbc, Role.LEAD)).with(csrf()).param("reason", "LOST"))
                .andExpect(status().isForbidden());
        mvc.perform(post(at).with(As.staff(jdbc, Role.ADMIN)).with(csrf()).param("reason", "because"))
                .andExpect(status().isBadRequest());
        mvc.perform(post(at).with(As.staff(jdbc, Role.ADMIN)).with(csrf()).param("reason", "LOST"))
                .andExpect(redirectedUrl("/console/accounts"));
        mvc.perform(get("/console/sessions").with(mine.jar()).accept("text/html"))
                .andExpect(redirectedUrl("/console/login"));
        login(new Jar()).andExpect(redirectedUrl("/console"));
        assertThat(jdbc.sql("select count(*) from identity.security_log where kind = 'FACTOR' and detail = :detail")
                        .param("detail", "reset staff " + id + " LOST")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(facts.stream(FactorFact.FactorReset.class).map(FactorFact.FactorReset::staffId))
                .containsExactly(id);
    }

    @Test
    void IDN_1_the_secret_lies_sealed() throws Exception {
        long id = works(Role.AGENT);
        Jar jar = new Jar();
        login(jar);
        act(jar, "app", "", "");
        String secret = Pattern.compile("one-time\">([A-Z2-7 ]+)<")
                .matcher(page(jar))
                .results()
                .map((MatchResult found) -> found.group(1).replace(" ", ""))
                .findFirst()
                .orElseThrow();
        byte[] stored = jdbc.sql("select fresh from identity.totp where staff_id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
        assertThat(secret).hasSize(32);
        assertThat(stored).hasSizeGreaterThan(40);
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(secret);
    }
}
