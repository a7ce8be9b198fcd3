package kr.dochak.identity.tries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kr.dochak.ProductTest;
import kr.dochak.identity.CodeSender;
import kr.dochak.identity.codes.LoginCodeRepository;
import kr.dochak.identity.codes.LoginCodes;
import kr.dochak.identity.codes.LoginCodes.Answer;
import kr.dochak.identity.codes.LoginCodes.Entered;
import kr.dochak.identity.sessions.BrowserCookie;
import kr.dochak.identity.vault.MasterKey;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.shared.MallId;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** M3, L8: strangers who ask for codes neither block a customer nor get anything by it. */
@ProductTest
class StrangersTests {

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

    private final LinkedBlockingQueue<String> sent = new LinkedBlockingQueue<>();
    private final AtomicInteger messages = new AtomicInteger();
    private final int number = ThreadLocalRandom.current().nextInt(10_000_000);
    private final String phone = "0108%07d".formatted(number);
    private LoginCodes codes;

    @BeforeEach
    void a_customer() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", (CodeSender) (tenantId, personId, code) -> {
            messages.incrementAndGet();
            sent.add(code);
        });
        codes = new LoginCodes(people, repository, limits, beans.getBeanProvider(CodeSender.class), clock, master);
        people.enrol(RAINBOW, List.of(new PersonalData("strangers-" + phone, "김지민", phone, null, "ko")));
    }

    private Asker stranger(int each) {
        return new Asker("stranger " + number + " " + each, null);
    }

    private Answer ask(Asker asker) {
        return codes.ask(RAINBOW, phone, asker);
    }

    private static UUID ticket(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Ticket.class);
        return ((Answer.Ticket) answer).id();
    }

    private String newest() throws InterruptedException {
        String newest = "";
        for (String code = sent.poll(5, TimeUnit.SECONDS); code != null; code = sent.poll(200, TimeUnit.MILLISECONDS)) {
            newest = code;
        }
        assertThat(newest).matches("\\d{6}");
        return newest;
    }

    private int strangersAsk(int askers, int timesEach) {
        int answered = 0;
        for (int i = 0; i < askers; i++) {
            for (int j = 0; j < timesEach; j++) {
                answered += ask(stranger(i)) instanceof Answer.Ticket ? 1 : 0;
            }
        }
        return answered;
    }

    @Test
    void M3_the_newest_code_is_entered_by_who_has_it_when_strangers_have_used_up_the_contact() throws Exception {
        UUID strangers = ticket(ask(stranger(0)));
        newest();
        strangersAsk(2, 3);
        UUID mine = ticket(ask(new Asker("home " + number, null)));
        String code = newest();
        assertThat(sent).as("no further message").isEmpty();
        assertThat(codes.enter(mine, code, BrowserCookie.random())).isInstanceOf(Entered.Welcome.class);
        assertThat(codes.enter(strangers, code, BrowserCookie.random())).isNotInstanceOf(Entered.Welcome.class);
    }

    @Test
    void M3_a_browser_that_was_here_before_gets_a_code_of_its_own_whatever_strangers_do() throws Exception {
        String device = BrowserCookie.random();
        Asker mine = new Asker("home " + number, device);
        UUID first = ticket(ask(mine));
        assertThat(codes.enter(first, newest(), device)).isInstanceOf(Entered.Welcome.class);
        strangersAsk(8, 3);
        sent.clear();
        clock.advanceTo(clock.instant().plusSeconds(1));
        UUID second = ticket(ask(mine));
        assertThat(codes.enter(second, newest(), device)).isInstanceOf(Entered.Welcome.class);
        int before = messages.get();
        ask(new Asker("elsewhere " + number, BrowserCookie.random()));
        assertThat(messages.get()).as("a mark of nobody's helps nobody").isEqualTo(before);
    }

    @Test
    void M3_a_stranger_is_stopped_alone_and_sends_few_messages() throws Exception {
        assertThat(strangersAsk(1, 10)).as("one address").isEqualTo(3);
        assertThat(ask(new Asker("home " + number, null))).isInstanceOf(Answer.Ticket.class);
        strangersAsk(30, 3);
        newest();
        assertThat(messages.get()).as("messages in ten minutes").isEqualTo(6);
    }

    @Test
    void M3_a_day_of_strangers_costs_half_an_hour_and_not_the_day() throws Exception {
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 10; i++) {
                ask(stranger(round * 10 + i));
            }
            clock.advanceTo(clock.instant().plus(Duration.ofMinutes(10)));
        }
        newest();
        Asker mine = new Asker("home " + number, null);
        Answer now = ask(mine);
        if (now instanceof Answer.TooOften often) {
            assertThat(Duration.between(clock.instant(), often.until())).isLessThanOrEqualTo(Duration.ofMinutes(30));
            clock.advanceTo(often.until());
            now = ask(mine);
        }
        assertThat(codes.enter(ticket(now), newest(), BrowserCookie.random())).isInstanceOf(Entered.Welcome.class);
    }

    @Test
    void M3_a_code_is_shared_by_few_browsers_so_that_nobody_guesses_it() throws Exception {
        strangersAsk(2, 3);
        newest();
        int shared = 0;
        for (int i = 100; i < 160; i++) {
            shared += ask(stranger(i)) instanceof Answer.Ticket ? 1 : 0;
        }
        assertThat(shared).isEqualTo(19);
    }

    @Test
    void L8_a_code_is_nothing_without_the_ticket_of_the_browser_that_asked() throws Exception {
        UUID mine = ticket(ask(new Asker("home " + number, null)));
        String code = newest();
        UUID theirs = ticket(ask(stranger(1)));
        newest();
        assertThat(codes.enter(theirs, code, BrowserCookie.random())).isInstanceOf(Entered.Wrong.class);
        assertThat(codes.enter(UUID.randomUUID(), code, BrowserCookie.random())).isInstanceOf(Entered.Over.class);
        assertThat(codes.enter(mine, code, BrowserCookie.random())).isInstanceOf(Entered.Welcome.class);
    }
}
