package kr.dochak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.dochak.StateBefore.State;
import kr.dochak.benefits.Ledger;
import kr.dochak.benefits.LedgerVerdict;
import kr.dochak.identity.StaffFixture;
import kr.dochak.journeys.Trade;
import kr.dochak.messaging.FakeNhn;
import kr.dochak.promise.Promises;
import kr.dochak.promise.models.WindowModels;
import kr.dochak.promise.windows.WindowBasis;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.Won;
import kr.dochak.time.WorldClock;
import kr.dochak.webhooks.Receiver;
import kr.dochak.world.World;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A server was killed when windows rested on sentences: its listeners had facts to act on, its messages waited, a model was in
 * use. The product of today starts on what it left: a copy of every table of such a server, whose listeners had been made to
 * refuse one fact each before it died. The number of an order says what was left undone for it.
 */
@Tag("slow")
@ProductTest
@ContextConfiguration(initializers = StateBefore.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StateBeforeTests {

    private static final FakeNhn NHN = start();
    private static final Receiver MALL = new Receiver();

    private State before;

    @Autowired
    private World world;

    @Autowired
    private WorldClock clock;

    @Autowired
    private WindowModels models;

    @Autowired
    private Promises promises;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private static FakeNhn start() {
        try {
            return new FakeNhn();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @DynamicPropertySource
    static void channels(DynamicPropertyRegistry settings) {
        settings.add("dochak.messaging.nhn.url", NHN::url);
        settings.add("dochak.messaging.nhn.app-key", () -> "app");
        settings.add("dochak.messaging.nhn.secret", () -> "secret");
        settings.add("dochak.messaging.nhn.sender-key", () -> "sender");
        settings.add("dochak.messaging.nhn.sms-sender", () -> "1588-0000");
        settings.add("dochak.webhooks.reach", () -> "LOOPBACK");
        settings.add("dochak.messaging.nhn.webhook-signature", () -> "our-word");
    }

    /** Two minutes are enough for a message that was being sent to be free again. */
    @BeforeAll
    void the_product_starts_and_goes_on() {
        before = StateBefore.left();
        jdbc.sql("update webhooks.endpoint set url = :url")
                .param("url", MALL.url("/dochak"))
                .update();
        world.settle();
        world.advance(clock.instant().plus(Duration.ofMinutes(2)), Duration.ofSeconds(1));
    }

    @AfterAll
    static void close() {
        MALL.close();
    }

    @Test
    void every_listener_there_was_had_a_fact_to_act_on() {
        assertThat(before.facts()).containsOnly("""
                CompensationListeners DelaysFound
                CompensationListeners PromisesSettled
                InsightListeners PromisesSettled
                MessagingListeners CompensationsGranted
                MessagingListeners DelaysDecided
                MessagingListeners DelaysFound
                MessagingListeners OrderCancelled
                MessagingListeners OrdersConfirmed
                MessagingListeners PromisesMade
                MessagingListeners WindowsChanged
                PromiseListeners DeliveryRequestChanged
                PromiseListeners OrderCancelled
                PromiseListeners OrderRevised
                PromiseListeners OrdersConfirmed
                PromiseListeners ShipmentsRegistered
                WebhookListeners DelaysFound
                WebhookListeners PromisesMade
                WebhookListeners PromisesSettled
                WebhookListeners WindowsChanged
                """.split("\n")).hasSize(23);
    }

    @Test
    void every_fact_reaches_its_listener_once() {
        State after = State.of(jdbc);
        assertThat(after.facts()).isEmpty();
        assertThat(after.effects()).allMatch(effect -> effect.endsWith(" × 1")).contains("""
                B-CANCELLED: known as cancelled × 1
                B-CANCELLED: promise VOID of 21000 × 1
                B-CANCELLED: event promise.settled × 1
                B-CHANGED: notice WINDOW_CHANGED × 1
                B-CHANGED: event promise.window_changed × 1
                B-CONFIRMED: known × 1
                B-CONFIRMED: promise OPEN of 21000 × 1
                B-CONFIRMED: window of ORDER × 1
                B-CONFIRMED: notice ORDER_CONFIRMED × 1
                B-CONFIRMED: event promise.made × 1
                B-DECIDED: notice DELAYED × 1
                B-DECIDED: notice of a grant × 1
                B-DELAYED: grant late-6h × 1
                B-DELAYED: points × 1
                B-DELAYED: notice DELAYED × 1
                B-DELAYED: notice of a grant × 1
                B-DELAYED: event promise.delayed × 1
                B-GRANTED: notice COMPENSATION_GRANTED × 1
                B-GRANTED: notice of a grant × 1
                B-HANDLED: promise OPEN of 21000 × 1
                B-HANDLED: notice ORDER_CONFIRMED × 1
                B-MADE: notice ORDER_CONFIRMED × 1
                B-MADE: event promise.made × 1
                B-REVISED: promise OPEN of 41000 × 1
                B-REVISED: window of REVISION × 1
                B-SETTLED: counted × 1
                B-SETTLED: grant late-6h × 1
                B-SETTLED: points × 1
                B-SETTLED: notice COMPENSATION_GRANTED × 1
                B-SETTLED: event promise.settled × 1
                B-SHIPPED: parcel × 1
                B-WISHED: window of CUSTOMER × 1
                B-WISHED: notice WINDOW_CHANGED × 1
                B-WISHED: event promise.window_changed × 1
                """.split("\n"));
        assertThat(before.missed()).isEqualTo(1);
        assertThat(after.missed()).as("B-SETTLED is counted too").isEqualTo(2);
    }

    @Test
    void every_message_that_waited_is_sent_once_and_none_that_was_sent() {
        List<String> taken = NHN.taken().stream().map(FakeNhn.Taken::key).toList();
        assertThat(before.waiting()).hasSizeGreaterThan(9);
        assertThat(before.sent()).isNotEmpty();
        assertThat(taken).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(sentSince());
        assertThat(NHN.calls()).as("nothing was tried a second time").isEqualTo(taken.size());
        assertThat(NHN.taken()).allMatch(message -> message.to().startsWith("0102"));
        assertThat(before.waiting().stream().filter(key -> !taken.contains(key)))
                .as("the confirmation of an order that was cancelled")
                .singleElement()
                .satisfies(key -> assertThat(orderOf(key)).isEqualTo("B-CANCELLED"));
    }

    private List<String> sentSince() {
        return State.keys(jdbc, "SENT").stream()
                .filter(key -> !before.sent().contains(key))
                .toList();
    }

    private String orderOf(String key) {
        return jdbc.sql("""
                select o.order_no from messaging.delivery d
                join messaging.notice n on n.id = d.notice_id
                join orders.customer_order o on o.id = n.order_id
                where d.key = :key::uuid
                """).param("key", key).query(String.class).single();
    }

    @Test
    void every_event_reaches_the_mall_once() {
        assertThat(MALL.at("/dochak"))
                .extracting(got -> got.type() + " " + got.id())
                .containsExactlyInAnyOrderElementsOf(
                        jdbc.sql("select type || ' evt_' || tenant_id || '_' || sequence from webhooks.event")
                                .query(String.class)
                                .list());
    }

    @Test
    void what_was_known_is_known_when_it_comes_again() {
        Trade then = new Trade(port, WorldClock.driven(Instant.parse("2026-11-25T07:01:00Z")), world);
        then.order("B-MADE", new Trade.Buyer("B-MADE", "김지민", "01023440960"), "포트");
        then.scan("681188577591", "PICKED_UP", "", "강남SUB");
        world.settle();
        assertThat(jdbc.sql("select revision from orders.customer_order where order_no = 'B-MADE'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("""
                        select count(*) from tracking.scan
                        join tracking.shipment s on s.id = shipment_id where tracking_number = '681188577591'
                        """).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void the_book_of_benefits_is_intact() {
        assertThat(ledger.verify()).isInstanceOf(LedgerVerdict.Intact.class);
    }

    @Test
    void promises_and_windows_are_all_there() {
        assertThat(State.history(jdbc, before.lastPromise(), before.lastWindow()))
                .isEqualTo(before.history());
    }

    @Test
    void every_window_rests_on_what_it_rested_on() {
        assertThat(before.shown())
                .hasSizeGreaterThan(10)
                .allSatisfy((promise, sentences) -> assertThat(promises.ledgerOf(new PromiseId(promise)))
                        .extracting(shown -> understood(shown.window().basis()))
                        .startsWith(sentences.toArray(new String[0])));
        assertThat(before.settled().values().stream().distinct()).hasSizeGreaterThan(10);
        assertThat(before.settled())
                .allSatisfy((promise, sentences) -> assertThat(sentences)
                        .containsExactly(understood(promises.find(new PromiseId(promise))
                                .orElseThrow()
                                .window()
                                .basis())));
    }

    private static String understood(WindowBasis basis) {
        assertThat(basis).isNotInstanceOf(WindowBasis.Other.class);
        return basis.inEnglish();
    }

    @Test
    void numbers_that_the_company_had_changed_by_hand_stand_where_they_are_changed_today() {
        assertThat(jdbc.sql("select shipped || ' ' || limit_won from identity.role where limit_won is not null")
                        .query(String.class)
                        .list())
                .as("the limits of other roles are as they come")
                .containsExactly("LEAD 70000");
        assertThat(jdbc.sql("select key || ' ' || before || ' ' || number from settings.change order by key")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "benefits.points-valid 365 400",
                        "compensation.alone-up-to 50000 30000",
                        "messaging.hourly-limit 6 9");
        assertThat(StaffFixture.of(jdbc, "lead@dochak.example").limit()).isEqualTo(new Won(70_000));
    }

    @Test
    void the_model_in_use_goes_on_giving_windows() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> models.card().ready());
        OrderId order =
                new Trade(port, clock, world).order("B-AFTER", new Trade.Buyer("B-OLD", "김지민", "01022371324"), "포트");
        world.settle();
        assertThat(jdbc.sql("""
                        select l.model_version from promise.ledger l join promise.promise p on p.id = l.promise_id
                        where p.order_id = :order
                        """)
                        .param("order", order.value())
                        .query(Integer.class)
                        .list())
                .containsExactly(before.model());
        assertThat(State.of(jdbc).model()).isEqualTo(before.model());
        assertThat(jdbc.sql(
                                "select distinct person_id from orders.customer_order where order_no in ('B-OLD', 'B-AFTER')")
                        .query(Long.class)
                        .list())
                .as("who ordered is known again")
                .hasSize(1);
    }
}
