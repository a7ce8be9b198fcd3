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
import kr.dochak.Jar;
import kr.dochak.ProductTest;
import kr.dochak.identity.codes.LoginCodeRepository;
import kr.dochak.identity.codes.LoginCodes;
import kr.dochak.identity.codes.LoginCodes.Answer;
import kr.dochak.identity.codes.LoginCodes.Entered;
import kr.dochak.identity.sessions.BrowserCookie;
import kr.dochak.identity.tries.Asker;
import kr.dochak.identity.tries.CodeLimits;
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
    private CodeLimits limits;

    @Autowired
    private MasterKey master;

    @Autowired
    private WorldClock clock;

    @Autowired
    private WebApplicationContext context;

    private final LinkedBlockingQueue<String> sent = new LinkedBlockingQueue<>();
    private final String phone =
            "0109%07d".formatted(ThreadLocalRandom.current().nextInt(10_000_000));
    private final Asker asker =
            new Asker("10.0.0." + ThreadLocalRandom.current().nextInt(), null);
    private LoginCodes codes;
    private MockMvc mvc;
    private long person;

    @BeforeEach
    void a_customer_with_a_phone() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", (CodeSender) (tenantId, personId, code) -> sent.add(code));
        codes = new LoginCodes(people, repository, limits, beans.getBeanProvider(CodeSender.class), clock, master);
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        person = (people.enrol(RAINBOW, List.of(new PersonalData("login-" + phone, "김지민", phone, null, "en")))
                        .getFirst())
                .value();
    }

    private UUID askOnce(String contact) {
        return ((Answer.Ticket) codes.ask(new MallId(RAINBOW.value()), contact, asker)).id();
    }

    private Entered enter(UUID ticket, String code) {
        return codes.enter(ticket, code, BrowserCookie.random());
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

        assertThat(enter(ticket, code.substring(0, 3) + " " + code.substring(3)))
                .isInstanceOfSatisfying(Entered.Welcome.class, welcome -> {
                    assertThat(welcome.customer().personId()).isEqualTo(new PersonId(person));
                    assertThat(welcome.customer().tenantId()).isEqualTo(RAINBOW);
                    assertThat(welcome.customer().locale()).isEqualTo("en");
                });
        assertThat(enter(ticket, code)).isEqualTo(new Entered.Over());
    }

    @Test
    void A14_a_guest_who_comes_again_is_everybody_with_the_confirmed_phone_and_nobody_else() throws Exception {
        String mail = "g" + phone + "@example.com";
        List<PersonId> guests = people.enrol(
                RAINBOW,
                List.of(
                        new PersonalData("guest-1-" + phone, "김 지민", "+82 " + phone.substring(1), mail, "ko"),
                        new PersonalData("guest-2-" + phone, "김지민", phone, null, "ko"),
                        new PersonalData("other-" + phone, "김남", "01000000001", mail, "ko")));
        UUID ticket = askOnce(phone);
        CustomerLogin byPhone = ((Entered.Welcome) enter(ticket, code())).customer();
        assertThat(people.behind(byPhone))
                .containsExactlyInAnyOrder(new PersonId(person), guests.get(0), guests.get(1));
        PersonId later = people.enrol(RAINBOW, List.of(new PersonalData("guest-3-" + phone, "김지민", phone, null, "ko")))
                .getFirst();
        assertThat(people.behind(byPhone)).as("while logged in").contains(later);
        people.erase(guests.get(0));
        assertThat(people.behind(byPhone)).doesNotContain(guests.get(0));
        assertThat(people.behind(new CustomerLogin(byPhone.personId(), new MallId(2), "ko", byPhone.contact())))
                .as("another mall knows nobody of them")
                .containsExactly(byPhone.personId());
        UUID byMail = askOnce(mail);
        assertThat(people.behind(((Entered.Welcome) enter(byMail, code())).customer()))
                .containsExactly(guests.get(2));
        assertThat(people.behind(new CustomerLogin(byPhone.personId(), RAINBOW, "ko")))
                .as("a session from before")
                .containsExactly(byPhone.personId());
    }

    @Test
    void IDN_1_five_wrong_tries_end_a_code() throws Exception {
        UUID ticket = askOnce(phone);
        String code = code();

        for (int left = 4; left >= 1; left--) {
            assertThat(enter(ticket, wrong(code))).isEqualTo(new Entered.Wrong(left));
        }
        assertThat(enter(ticket, wrong(code))).isEqualTo(new Entered.Over());
        assertThat(enter(ticket, code)).isEqualTo(new Entered.Over());
    }

    @Test
    void IDN_1_a_code_lives_five_minutes() throws Exception {
        UUID ticket = askOnce(phone);
        String code = code();
        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(5)));

        assertThat(enter(ticket, code)).isEqualTo(new Entered.Over());
    }

    @Test
    void IDN_1_a_code_is_worth_nothing_with_another_ticket() throws Exception {
        UUID first = askOnce(phone);
        String code = code();
        UUID second = askOnce(phone);
        String other = code();

        assertThat(enter(second, code)).isEqualTo(code.equals(other) ? enter(second, code) : new Entered.Wrong(4));
        assertThat(enter(UUID.nameUUIDFromBytes(new byte[1]), code)).isEqualTo(new Entered.Over());
        assertThat(enter(first, code)).isInstanceOf(Entered.Welcome.class);
    }

    @Test
    void IDN_1_nobody_learns_whether_a_contact_is_known() throws Exception {
        String unknown = "nobody-" + phone + "@example.com";
        UUID ticket = askOnce(unknown);

        assertThat(sent.poll(200, TimeUnit.MILLISECONDS)).isNull();
        assertThat(codes.open(ticket)).map(LoginCodeRepository.Open::sentTo).contains("no***@example.com");
        assertThat(enter(ticket, "123456")).isEqualTo(new Entered.Wrong(4));
    }

    @Test
    void IDN_1_the_fourth_code_in_ten_minutes_must_wait_for_known_and_unknown_alike() {
        for (String contact : List.of(phone, "nobody-" + phone + "@example.com")) {
            for (int i = 0; i < 3; i++) {
                askOnce(contact);
            }
            assertThat(codes.ask(new MallId(RAINBOW.value()), contact, asker))
                    .isEqualTo(new Answer.TooOften(clock.instant().plus(Duration.ofMinutes(10))));
        }
        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(codes.ask(new MallId(RAINBOW.value()), phone, asker)).isInstanceOf(Answer.Ticket.class);
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
        Jar jar = new Jar();
        mvc.perform(get("/orders/5?tab=scans").with(jar).accept("text/html"))
                .andDo(jar)
                .andExpect(redirectedUrl("/login"));
        mvc.perform(get("/login").with(jar)).andExpect(status().isOk());
        mvc.perform(post("/login")
                        .with(jar)
                        .with(csrf())
                        .param("mall", "rainbow")
                        .param("contact", "abc"))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post("/login").with(jar).param("mall", "rainbow").param("contact", phone))
                .andExpect(status().isForbidden());
        mvc.perform(post("/login")
                        .with(jar)
                        .with(csrf())
                        .param("mall", "rainbow")
                        .param("contact", phone))
                .andDo(jar)
                .andExpect(redirectedUrl("/login/code"));
        mvc.perform(get("/login/code").with(jar)).andExpect(status().isOk());

        UUID ticket = askOnce(phone);
        jar.put("code", ticket.toString());
        String before = jar.value("login");
        mvc.perform(post("/login/code").with(jar).with(csrf()).param("code", code()))
                .andDo(jar)
                .andExpect(redirectedUrl("/orders/5?tab=scans"));

        assertThat(before).isNull();
        assertThat(jar.value("login")).as("a token of its own").isNotNull();
        assertThat(mvc.perform(get("/orders/5").with(jar)).andReturn().getHandler())
                .isNotNull();
        mvc.perform(get("/console").with(jar).accept("text/html")).andExpect(redirectedUrl("/console/login"));
        mvc.perform(post("/logout").with(jar).with(csrf())).andDo(jar).andExpect(redirectedUrl("/login?out"));
        mvc.perform(get("/orders/5").with(jar).accept("text/html")).andExpect(redirectedUrl("/login"));
    }
}
