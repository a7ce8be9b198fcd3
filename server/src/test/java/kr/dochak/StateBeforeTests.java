package kr.dochak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import kr.dochak.journeys.Trade;
import kr.dochak.messaging.FakeNhn;
import kr.dochak.promise.WindowModels;
import kr.dochak.shared.Heartbeat;
import kr.dochak.shared.WorldClock;
import kr.dochak.world.World;
import org.awaitility.Awaitility;
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

    static State before;

    private static final FakeNhn NHN = start();

    @Autowired
    private World world;

    @Autowired
    private WorldClock clock;

    @Autowired
    private Heartbeat heartbeat;

    @Autowired
    private WindowModels models;

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
        settings.add("dochak.messaging.nhn.webhook-signature", () -> "our-word");
    }

    /** Two minutes are enough for a message that was being sent to be free again. */
    @BeforeAll
    void the_product_starts_and_goes_on() {
        world.settle();
        world.advance(clock.instant().plus(Duration.ofMinutes(2)), Duration.ofSeconds(1));
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
    void promises_and_windows_are_all_there() {
        assertThat(State.history(jdbc, before.lastPromise(), before.lastWindow()))
                .isEqualTo(before.history());
    }

    @Test
    void the_model_in_use_goes_on_giving_windows() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> models.card().ready());
        long order = new Trade(port, clock, heartbeat)
                .order("B-AFTER", new Trade.Buyer("B-AFTER", "김지민", "01029990001"), "포트");
        world.settle();
        assertThat(jdbc.sql("""
                        select l.model_version from promise.ledger l join promise.promise p on p.id = l.promise_id
                        where p.order_id = :order
                        """).param("order", order).query(Integer.class).list())
                .containsExactly(before.model());
        assertThat(State.of(jdbc).model()).isEqualTo(before.model());
    }

    /**
     * What can be counted.
     *
     * @param facts those that wait, each with its listener
     * @param waiting the keys of messages to be sent, and {@code sent} of those that were
     * @param effects what there is of each order, with how often
     * @param history all that never changes of promises and windows, as a sum
     */
    record State(
            List<String> facts,
            List<String> waiting,
            List<String> sent,
            List<String> effects,
            long missed,
            String history,
            long lastPromise,
            long lastWindow,
            int model) {

        static State of(JdbcClient jdbc) {
            return new State(
                    jdbc.sql("""
                            select regexp_replace(listener_id, '^.*\\.(\\w+)\\.on\\(.*\\$(\\w+)\\)$', '\\1 \\2')
                            from event_publication
                            """).query(String.class).list(),
                    keys(jdbc, "WAITING"),
                    keys(jdbc, "SENT"),
                    effects(jdbc),
                    one(jdbc, "select sum(missed) from insight.kept_day"),
                    history(jdbc, Long.MAX_VALUE, Long.MAX_VALUE),
                    one(jdbc, "select max(id) from promise.promise"),
                    one(jdbc, "select max(id) from promise.ledger"),
                    (int) one(jdbc, "select id from promise.model where state = 'IN_USE'"));
        }

        private static long one(JdbcClient jdbc, String sql) {
            return jdbc.sql(sql).query(Long.class).single();
        }

        static List<String> keys(JdbcClient jdbc, String state) {
            return jdbc.sql("select key from messaging.delivery where state = :state")
                    .param("state", state)
                    .query(String.class)
                    .list();
        }

        private static List<String> effects(JdbcClient jdbc) {
            return jdbc.sql("""
                    with effect (order_id, what) as (
                        select order_id, 'promise ' || state || ' of ' || total_won from promise.promise
                        union all
                        select order_id, 'parcel' from promise.promise where shipment_id is not null
                        union all
                        select p.order_id, 'window of ' || l.source
                        from promise.ledger l join promise.promise p on p.id = l.promise_id
                        where l.source in ('ORDER', 'REVISION', 'CUSTOMER')
                        union all
                        select p.order_id, 'counted'
                        from insight.counted_promise c join promise.promise p on p.id = c.promise_id
                        union all
                        select order_id, 'known' from messaging.known_order
                        union all
                        select order_id, 'known as cancelled' from messaging.known_order where cancelled_at is not null
                        union all
                        select order_id, 'notice ' || kind from messaging.notice
                        union all
                        select order_id, 'notice of a grant'
                        from messaging.notice, jsonb_path_query(facts, '$.grants[*] ? (@ != null)')
                        union all
                        select order_id, 'grant ' || rule_id from compensation.grant_decision
                        union all
                        select order_id, 'points' from benefits.point_grant
                        union all
                        select p.order_id, 'event ' || e.type
                        from webhooks.event e join promise.promise p on p.id::text = split_part(e.subject, '/', 2)
                    )
                    select o.order_no || ': ' || what || ' × ' || count(*)
                    from effect join orders.customer_order o on o.id = order_id
                    group by o.order_no, what order by 1
                    """).query(String.class).list();
        }

        static String history(JdbcClient jdbc, long lastPromise, long lastWindow) {
            return jdbc.sql("""
                    select (select count(*) || ' promises ' || md5(string_agg(concat_ws(' ', id, order_id, confirmed_at),
                                ',' order by id))
                            from promise.promise where id <= :promise)
                        || (select count(*) || ' windows ' || md5(string_agg(concat_ws(' ', id, promise_id, made_at, p10, p50,
                                p90, promised_from, promised_to, source, model_version), ',' order by id))
                            from promise.ledger where id <= :window)
                    """)
                    .param("promise", lastPromise)
                    .param("window", lastWindow)
                    .query(String.class)
                    .single();
        }
    }
}
