package kr.dochak.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import kr.dochak.ProductTest;
import kr.dochak.identity.doors.LoginCodeRepository;
import kr.dochak.identity.doors.LoginCodes;
import kr.dochak.identity.doors.LoginCodes.Answer;
import kr.dochak.identity.doors.LoginCodes.Entered;
import kr.dochak.identity.doors.Throttle;
import kr.dochak.identity.vault.MasterKey;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** IDN-1: the life of a one-time code, and the session it begins. */
@ProductTest
class CustomerLoginTests {

    private static final MallId RAINBOW = new MallId(1);

    @Autowired
    private People people;

    @Autowired
    private LoginCodeRepository repository;

    @Autowired
    private Throttle throttle;

    @Autowired
    private IdentitySettings settings;

    @Autowired
    private MasterKey master;

    @Autowired
    private WorldClock clock;

    @Autowired
    private WebApplicationContext context;

    private final LinkedBlockingQueue<String> sent = new LinkedBlockingQueue<>();
    private final String phone =
            "0109%07d".formatted(ThreadLocalRandom.current().nextInt(10_000_000));
    private final String address = "10.0.0." + ThreadLocalRandom.current().nextInt();
    private LoginCodes codes;
    private MockMvc mvc;
    private long person;

    @BeforeEach
    void a_customer_with_a_phone() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", (CodeSender) (tenantId, personId, code) -> sent.add(code));
        codes = new LoginCodes(
                people, repository, throttle, beans.getBeanProvider(CodeSender.class), settings, clock, master);
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        person = (people.enrol(RAINBOW, List.of(new PersonalData("login-" + phone, "김지민", phone, null, "en")))
                        .getFirst())
                .value();
    }

    private UUID askOnce(String contact) {
        return ((Answer.Ticket) codes.ask(new MallId(RAINBOW.value()), contact, address)).id();
    }

    private String code() throws InterruptedException {
        String code = sent.poll(5, TimeUnit.SECONDS);
        assertThat(code).matches("\\d{6}");
        return code;
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "111111" : "000000";
    }

    @Test
    void IDN_1_the_right_code_logs_in_once() throws Exception {
        UUID ticket = askOnce(phone);
        String code = code();

        assertThat(codes.enter(ticket, code.substring(0, 3) + " " + code.substring(3)))
                .isEqualTo(new Entered.Welcome(new CustomerLogin(new PersonId(person), RAINBOW, "en")));
        assertThat(codes.enter(ticket, code)).isEqualTo(new Entered.Over());
    }

    @Test
    void IDN_1_five_wrong_tries_end_a_code() throws Exception {
        UUID ticket = askOnce(phone);
        String code = code();

        for (int left = 4; left >= 1; left--) {
            assertThat(codes.enter(ticket, wrong(code))).isEqualTo(new Entered.Wrong(left));
        }
        assertThat(codes.enter(ticket, wrong(code))).isEqualTo(new Entered.Over());
        assertThat(codes.enter(ticket, code)).isEqualTo(new Entered.Over());
    }

    @Test
    void IDN_1_a_code_lives_five_minutes() throws Exception {
        UUID ticket = askOnce(phone);
        String code = code();
        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(5)));

        assertThat(codes.enter(ticket, code)).isEqualTo(new Entered.Over());
    }

    @Test
    void IDN_1_a_code_is_worth_nothing_with_another_ticket() throws Exception {
        UUID first = askOnce(phone);
        String code = code();
        UUID second = askOnce(phone);
        String other = code();

        assertThat(codes.enter(second, code))
                .isEqualTo(code.equals(other) ? codes.enter(second, code) : new Entered.Wrong(4));
        assertThat(codes.enter(UUID.nameUUIDFromBytes(new byte[1]), code)).isEqualTo(new Entered.Over());
        assertThat(codes.enter(first, code)).isInstanceOf(Entered.Welcome.class);
    }

    @Test
    void IDN_1_nobody_learns_whether_a_contact_is_known() throws Exception {
        String unknown = "nobody-" + phone + "@example.com";
        UUID ticket = askOnce(unknown);

        assertThat(sent.poll(200, TimeUnit.MILLISECONDS)).isNull();
        assertThat(codes.open(ticket)).map(LoginCodeRepository.Open::sentTo).contains("no***@example.com");
        assertThat(codes.enter(ticket, "123456")).isEqualTo(new Entered.Wrong(4));
    }

    @Test
    void IDN_1_the_fourth_code_in_ten_minutes_must_wait_for_known_and_unknown_alike() {
        for (String contact : List.of(phone, "nobody-" + phone + "@example.com")) {
            for (int i = 0; i < 3; i++) {
                askOnce(contact);
            }
            assertThat(codes.ask(new MallId(RAINBOW.value()), contact, address))
                    .isEqualTo(new Answer.TooOften(clock.instant().plus(Duration.ofMinutes(10))));
        }
        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(codes.ask(new MallId(RAINBOW.value()), phone, address)).isInstanceOf(Answer.Ticket.class);
    }

    @Test
    void IDN_1_a_code_is_never_stored_in_the_clear() throws Exception {
        UUID ticket = askOnce(phone);
        String code = code();

        Optional<LoginCodeRepository.Try> stored = repository.countTry(ticket, 5, clock.instant());
        assertThat(stored).isPresent();
        assertThat(new String(stored.get().codeHash(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(code);
    }

    @Test
    void IDN_1_the_pages_lead_from_the_wanted_page_over_the_code_and_back() throws Exception {
        MockHttpSession session = new MockHttpSession();
        mvc.perform(get("/orders/5?tab=scans").session(session).accept("text/html"))
                .andExpect(redirectedUrl("/login"));
        mvc.perform(get("/login").session(session)).andExpect(status().isOk());
        mvc.perform(post("/login")
                        .session(session)
                        .with(csrf())
                        .param("mall", "rainbow")
                        .param("contact", "abc"))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post("/login").session(session).param("mall", "rainbow").param("contact", phone))
                .andExpect(status().isForbidden());
        String asked = mvc.perform(post("/login")
                        .session(session)
                        .with(csrf())
                        .param("mall", "rainbow")
                        .param("contact", phone))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(asked).startsWith("/login/code?ticket=");
        mvc.perform(get(String.valueOf(asked)).session(session)).andExpect(status().isOk());

        UUID ticket = askOnce(phone);
        String before = session.getId();
        mvc.perform(post("/login/code")
                        .session(session)
                        .with(csrf())
                        .param("ticket", ticket.toString())
                        .param("code", code()))
                .andExpect(redirectedUrl("/orders/5?tab=scans"));

        assertThat(session.getId()).as("session fixation").isNotEqualTo(before);
        assertThat(mvc.perform(get("/orders/5").session(session)).andReturn().getHandler())
                .isNotNull();
        mvc.perform(get("/console").session(session).accept("text/html")).andExpect(redirectedUrl("/console/login"));
        mvc.perform(post("/logout").session(session).with(csrf())).andExpect(redirectedUrl("/login?out"));
        mvc.perform(get("/orders/5").session(session).accept("text/html")).andExpect(redirectedUrl("/login"));
    }
}
