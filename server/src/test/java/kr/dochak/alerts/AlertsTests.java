package kr.dochak.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import kr.dochak.ModuleTest;
import kr.dochak.alerts.Alerts.Raise;
import kr.dochak.alerts.rules.AlertRule;
import kr.dochak.alerts.rules.Audience;
import kr.dochak.alerts.rules.Duty;
import kr.dochak.alerts.rules.Rules;
import kr.dochak.alerts.rules.Shift;
import kr.dochak.alerts.sending.AckLinks;
import kr.dochak.alerts.sending.HookShape;
import kr.dochak.alerts.sending.Hooks;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffFixture;
import kr.dochak.identity.StaffLetters;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.shared.MallId;
import kr.dochak.time.Ticking;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** MSG-7, the module and what stands below it, on a real PostgreSQL; each test in a mall of its own. */
@ModuleTest
@Import(AlertsTests.Kinds.class)
@TestPropertySource(properties = "dochak.webhooks.reach=LOOPBACK")
class AlertsTests {

    @TestConfiguration
    static class Kinds {

        static final Set<String> LASTING = java.util.concurrent.ConcurrentHashMap.newKeySet();
        static final List<AlertCause> STANDING = new CopyOnWriteArrayList<>();

        @Bean
        AlertKind graveKind() {
            return AlertKind.raised(
                    "care.danger",
                    Severity.GRAVE,
                    Right.CASES_SEE,
                    (mall, objects) ->
                            objects.stream().filter(LASTING::contains).toList(),
                    Role.AGENT);
        }

        @Bean
        AlertKind standingKind() {
            return AlertKind.watched(
                    "tracking.carrier-down",
                    Severity.SERIOUS,
                    Right.INTEGRATIONS_SEE,
                    mall -> mall.value() == 1 ? List.copyOf(STANDING) : List.of(),
                    Role.OPERATOR);
        }

        @Bean
        Mailbox staffMailbox() {
            return new Mailbox();
        }
    }

    /** A relay that takes letters, or does not. */
    static final class Mailbox implements StaffLetters {

        final List<Letter> letters = new CopyOnWriteArrayList<>();
        volatile Outcome answer = Outcome.SENT;

        @Override
        public boolean isOn() {
            return true;
        }

        @Override
        public Outcome send(Letter letter) {
            letters.add(letter);
            return answer;
        }

        List<Letter> to(StaffMember member) {
            return letters.stream()
                    .filter(each -> each.to().startsWith(member.name() + "@"))
                    .toList();
        }
    }

    @Autowired
    Alerts alerts;

    @Autowired
    @Qualifier("graveKind") AlertKind grave;

    @Autowired
    @Qualifier("standingKind") AlertKind standing;

    @Autowired
    Mailbox mailbox;

    @Autowired
    AckLinks links;

    @Autowired
    Rules rules;

    @Autowired
    Duty duty;

    @Autowired
    Hooks hooks;

    @Autowired
    WorldClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Map<String, Ticking> everything;

    private MallId mall;
    private StaffMember agent;
    private StaffMember lead;
    private StaffMember admin;

    @BeforeEach
    void a_mall_of_its_own() {
        Long id = jdbc.sql("""
                insert into identity.mall (code, name, created_at) values (:code, '시험몰', now()) returning tenant_id
                """)
                .param("code", "alerts" + System.nanoTime() % 1_000_000_000)
                .query(Long.class)
                .single();
        mall = new MallId(id);
        agent = member("agent", Role.AGENT);
        lead = member("lead", Role.LEAD);
        admin = member("admin", Role.ADMIN);
        mailbox.answer = StaffLetters.Outcome.SENT;
        Kinds.STANDING.clear();
    }

    private StaffMember member(String name, Role role) {
        String called = name + mall;
        return StaffFixture.add(jdbc, mall, called + "@dochak.example", called, role);
    }

    private void raise(String object, String occurrence) {
        Kinds.LASTING.add(object);
        alerts.raise(
                grave,
                List.of(new Raise(
                        mall,
                        AlertCause.of(object, "C20261123-" + object, "/console/cases/" + object, clock.instant()),
                        occurrence)));
    }

    private void beat() {
        tick("AlertWatch");
        ring();
        post();
    }

    private void ring() {
        tick("AlertRinging");
    }

    private void post() {
        tick("AlertPost");
    }

    private void tick(String name) {
        everything.entrySet().stream()
                .filter(each -> each.getKey().endsWith("." + name))
                .forEach(each -> each.getValue().tick(clock.instant()));
    }

    private void after(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
        beat();
    }

    private List<Alert> ringingOf(StaffMember staff) {
        return alerts.page(staff, AlertFilter.Show.RINGING, null, "", null, 100).items();
    }

    @Test
    void MSG_7_the_same_fact_twice_is_one_alert_and_another_fact_counts_it_on() {
        raise("1", "first");
        raise("1", "first");
        assertThat(ringingOf(agent)).singleElement().satisfies(alert -> {
            assertThat(alert.count()).isOne();
            assertThat(alert.subject()).isEqualTo("C20261123-1");
        });
        raise("1", "second");
        assertThat(ringingOf(agent))
                .singleElement()
                .satisfies(alert -> assertThat(alert.count()).isEqualTo(2));
    }

    @Test
    void MSG_7_an_alert_and_its_fact_are_one_transaction() {
        transaction.executeWithoutResult(status -> {
            raise("2", "rolled back");
            status.setRollbackOnly();
        });
        assertThat(ringingOf(agent)).isEmpty();
        raise("2", "rolled back");
        assertThat(ringingOf(agent)).hasSize(1);
    }

    @Test
    void MSG_7_it_closes_itself_with_its_cause_and_a_fact_delivered_late_opens_nothing() {
        raise("3", "first");
        beat();
        Kinds.LASTING.remove("3");
        after(Duration.ofSeconds(10));
        assertThat(ringingOf(agent)).isEmpty();
        assertThat(alerts.page(agent, AlertFilter.Show.CLOSED, null, "", null, 100)
                        .items())
                .hasSize(1);
        raise("3", "first");
        assertThat(ringingOf(agent)).isEmpty();
        raise("3", "another day");
        assertThat(ringingOf(agent)).hasSize(1);
    }

    @Test
    void MSG_7_a_storm_of_one_kind_is_one_alert_until_the_last_is_over() {
        List<Raise> many = new ArrayList<>();
        IntStream.range(0, 200).forEach(n -> {
            Kinds.LASTING.add("storm" + mall + n);
            many.add(new Raise(
                    mall, AlertCause.of("storm" + mall + n, "C" + n, "/console/cases/1", clock.instant()), "x"));
        });
        alerts.raise(grave, many);
        assertThat(ringingOf(agent)).singleElement().satisfies(alert -> {
            assertThat(alert.isStorm()).isTrue();
            assertThat(alert.count()).isEqualTo(200);
        });
        assertThat(alerts.atTheBell(agent)).isOne();
        beat();
        assertThat(mailbox.to(agent)).hasSize(1);
        many.forEach(each -> Kinds.LASTING.remove(each.cause().object()));
        after(Duration.ofSeconds(10));
        assertThat(ringingOf(agent)).isEmpty();
        assertThat(alerts.atTheBell(agent)).isZero();
    }

    @Test
    void MSG_7_it_goes_further_up_repeats_and_is_silent_once_acknowledged() {
        raise("5", "first");
        beat();
        assertThat(mailbox.to(agent)).hasSize(1);
        assertThat(mailbox.to(lead)).isEmpty();
        after(Duration.ofMinutes(15));
        assertThat(mailbox.to(agent)).as("not yet again").hasSize(1);
        assertThat(mailbox.to(lead)).hasSize(1);
        assertThat(alerts.atTheBell(lead)).isOne();
        after(Duration.ofMinutes(15));
        assertThat(mailbox.to(agent)).hasSize(2);
        assertThat(mailbox.to(admin)).hasSize(1);
        Alert alert = ringingOf(lead).getFirst();
        assertThat(alerts.acknowledge(lead, alert, false)).isTrue();
        assertThat(alerts.acknowledge(agent, alert, false))
                .as("the first one stays")
                .isFalse();
        after(Duration.ofHours(3));
        assertThat(mailbox.to(agent)).hasSize(2);
        assertThat(alerts.atTheBell(lead)).isZero();
        assertThat(alerts.find(agent, alert.id()).orElseThrow().acknowledged())
                .satisfies(seen -> assertThat(seen.name()).isEqualTo(lead.name()));
    }

    @Test
    void MSG_7_the_link_of_a_letter_is_for_one_alert_and_one_person() {
        raise("6", "first");
        beat();
        StaffLetters.Letter letter = mailbox.to(agent).getFirst();
        assertThat(letter.title() + letter.text()).contains("C20261123-6").doesNotContain("@");
        String token = letter.links().getFirst().address().replaceAll(".*/alerts/", "");
        AckLinks.Claim claim = links.read(token).orElseThrow();
        assertThat(claim.staffId()).isEqualTo(agent.id());
        assertThat(claim.alertId()).isEqualTo(ringingOf(agent).getFirst().id());
        char last = token.charAt(token.length() - 2);
        assertThat(links.read(token.substring(0, token.length() - 2)
                        + (last == 'A' ? 'B' : 'A')
                        + token.charAt(token.length() - 1)))
                .isEmpty();
        assertThat(links.read("")).isEmpty();
        clock.advanceTo(clock.instant().plus(Duration.ofDays(8)));
        assertThat(links.read(token)).as("after a week").isEmpty();
    }

    @Test
    void MSG_7_a_letter_whose_sender_died_goes_out_again_by_the_same_name() {
        raise("7", "first");
        ring();
        mailbox.answer = StaffLetters.Outcome.LATER;
        post();
        mailbox.answer = StaffLetters.Outcome.SENT;
        after(Duration.ofSeconds(5));
        after(Duration.ofMinutes(11));
        assertThat(mailbox.to(agent))
                .hasSize(2)
                .extracting(StaffLetters.Letter::key)
                .containsOnly(mailbox.to(agent).getFirst().key());
    }

    @Test
    void MSG_7_what_was_acknowledged_while_it_waited_is_not_sent() {
        raise("8", "first");
        ring();
        alerts.acknowledge(agent, ringingOf(agent).getFirst(), false);
        post();
        assertThat(mailbox.to(agent)).isEmpty();
        assertThat(jdbc.sql(
                                "select state from alerts.message m join alerts.alert a on a.id = m.alert_id where a.tenant_id = :mall")
                        .param("mall", mall.value())
                        .query(String.class)
                        .list())
                .containsOnly("NEEDLESS");
    }

    @Test
    void MSG_7_rules_of_a_mall_replace_those_of_the_product_and_duty_is_by_the_hour() {
        rules.add(mall, admin.id(), new AlertRule(0, grave.key(), 0, new Audience.OnDuty(), true, true, false));
        // 09:00 in Seoul on a Monday and whatever other tests have added to it
        duty.add(mall, admin.id(), new Shift(0, lead.id(), Shift.Days.EVERY, 0, Shift.DAY));
        raise("9", "first");
        beat();
        assertThat(mailbox.to(agent)).isEmpty();
        assertThat(mailbox.to(lead)).hasSize(1);
        assertThat(alerts.atTheBell(agent)).isZero();
        assertThat(alerts.atTheBell(lead)).isOne();
    }

    @Test
    void MSG_7_what_stands_is_raised_counted_and_closed_by_looking() {
        MallId first = new MallId(1);
        StaffMember operator =
                StaffFixture.add(jdbc, first, "op" + mall + "@dochak.example", "op" + mall, Role.OPERATOR);
        Kinds.STANDING.add(new AlertCause("kr.hanjin", "한진택배", "/console/integrations", 3, clock.instant()));
        after(Duration.ofSeconds(10));
        after(Duration.ofSeconds(10));
        assertThat(ringingOf(operator))
                .filteredOn(each -> each.kind().equals(standing.key()))
                .hasSize(1);
        assertThat(alerts.atTheBell(operator)).isOne();
        Kinds.STANDING.clear();
        after(Duration.ofSeconds(10));
        assertThat(ringingOf(operator))
                .filteredOn(each -> each.kind().equals(standing.key()))
                .isEmpty();
    }

    @Test
    void MSG_7_who_may_not_know_of_a_kind_finds_none_of_it() {
        StaffMember warehouse = member("warehouse", Role.WAREHOUSE);
        raise("11", "first");
        long id = ringingOf(agent).getFirst().id();
        assertThat(ringingOf(warehouse)).isEmpty();
        assertThat(alerts.find(warehouse, id)).isEmpty();
        assertThat(alerts.byLink(warehouse, id)).isEmpty();
        StaffMember elsewhere =
                StaffFixture.add(jdbc, new MallId(1), "far" + mall + "@dochak.example", "far" + mall, Role.AGENT);
        assertThat(alerts.find(elsewhere, id)).isEmpty();
    }

    @Test
    void MSG_7_a_room_is_written_to_in_its_shape_and_its_address_is_sealed() throws Exception {
        try (Sink sink = new Sink()) {
            long id = ((Hooks.Added.Done) hooks.add(
                            mall,
                            admin.id(),
                            new Hooks.Wish("당직방", HookShape.SLACK, sink.url("/services/T0/secret"), Severity.GRAVE)))
                    .id();
            raise("12", "first");
            beat();
            assertThat(sink.bodies())
                    .singleElement()
                    .satisfies(body -> assertThat(body).contains("C20261123-12", "mrkdwn"));
            assertThat(new String(
                            jdbc.sql("select url from alerts.hook where id = :id")
                                    .param("id", id)
                                    .query(byte[].class)
                                    .single(),
                            java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("secret");
            assertThat(hooks.find(mall, id).orElseThrow().answer()).isEmpty();
            assertThat(hooks.remove(mall, id)).isTrue();
            assertThat(hooks.of(mall)).isEmpty();
        }
    }

    @Test
    void MSG_7_no_room_is_in_our_own_network() {
        assertThat(hooks.add(
                        mall,
                        admin.id(),
                        new Hooks.Wish("안쪽", HookShape.PLAIN, "https://169.254.169.254/latest", Severity.NOTE)))
                .isInstanceOf(Hooks.Added.BadAddress.class);
        assertThat(hooks.add(
                        mall, admin.id(), new Hooks.Wish("안쪽", HookShape.PLAIN, "http://10.0.0.1/x", Severity.NOTE)))
                .isInstanceOf(Hooks.Added.BadAddress.class);
    }

    @Test
    void MSG_7_what_is_over_for_long_is_forgotten() {
        raise("14", "first");
        beat();
        Kinds.LASTING.remove("14");
        after(Duration.ofSeconds(10));
        AlertRepository repository = new AlertRepository(jdbc);
        assertThat(repository.forget(clock.instant().minus(Duration.ofDays(365)), 1_000))
                .isZero();
        assertThat(repository.forget(clock.instant().plusSeconds(1), 1_000)).isPositive();
        assertThat(alerts.page(agent, AlertFilter.Show.CLOSED, null, "", null, 100)
                        .items())
                .isEmpty();
    }
}
