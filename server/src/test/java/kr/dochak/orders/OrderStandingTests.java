package kr.dochak.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.Http;
import kr.dochak.Http.Answer;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import kr.dochak.messaging.Messages;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** ORD-1: an order is unpaid, paid, or cancelled at its source, and only a paid one is promised. */
@ProductTest
class OrderStandingTests {

    private static final AtomicLong NUMBERS = new AtomicLong(1);

    @Autowired
    Environment environment;

    @Autowired
    Orders orders;

    @Autowired
    Promises promises;

    @Autowired
    Messages messages;

    @Autowired
    WorldClock clock;

    @Autowired
    World world;

    private Http mall;
    private String no = "";

    @BeforeEach
    void a_mall() {
        mall = new Http(environment, TestKeys.RAINBOW);
        no = "ST-" + NUMBERS.incrementAndGet();
    }

    private Answer send(String more, int price) {
        Answer answer = mall.post("/api/v1/orders", """
                {"orderNo":"%s","orderedAt":"%s","customer":{"id":"c-%s","name":"김지민","phone":"010-1234-5678"},
                 "recipient":{"name":"김지민","postcode":"06236","address1":"테헤란로 152"},
                 "items":[{"name":"포트","quantity":1,"unitPrice":%d}],"shipFrom":{"area":"인천"},
                 "carrier":"kr.cjlogistics"%s}""".formatted(no, clock.instant(), no, price, more));
        world.settle();
        return answer;
    }

    private Answer step(String step, String body) {
        Answer answer = mall.post("/api/v1/orders/" + no + "/" + step, body);
        world.settle();
        return answer;
    }

    private OrderSummary order() {
        return orders.byNumber(new MallId(1), no).orElseThrow();
    }

    private List<PromiseView> promised() {
        OrderId id = order().orderId();
        return promises.ofOrders(List.of(id)).getOrDefault(id, List.of());
    }

    @Test
    void ORD_1_an_unpaid_order_is_taken_in_and_neither_promised_nor_told_until_it_is_paid() {
        assertThat(send(",\"status\":\"UNPAID\"", 1_000).status()).isEqualTo(201);
        assertThat(order().status()).isEqualTo(OrderStatus.UNPAID);
        assertThat(promised()).isEmpty();
        world.advance(clock.instant().plus(Duration.ofDays(2)), Duration.ofHours(6));
        Instant paid = clock.instant();

        assertThat(step("payment", "{}").status()).isEqualTo(204);
        assertThat(step("payment", "{}").status()).as("again is harmless").isEqualTo(204);

        assertThat(order().status()).isEqualTo(OrderStatus.PAID);
        assertThat(order().confirmedAt()).isEqualTo(paid);
        assertThat(promised()).singleElement().satisfies(promise -> {
            assertThat(promise.delay()).isNull();
            assertThat(promise.promised().to()).isAfter(paid);
        });
        assertThat(messages.ofOrder(order().orderId(), "ko")).hasSize(1);
        assertThat(orders.detail(order().orderId()).orElseThrow().revisions())
                .extracting(OrderRevision::changed)
                .containsExactly(List.of(), List.of("status"));
    }

    @Test
    void ORD_1_the_same_order_that_comes_again_paid_is_promised_from_then_on() {
        String ordered = ",\"status\":\"UNPAID\"";
        send(ordered, 1_000);
        world.advance(clock.instant().plus(Duration.ofDays(1)), Duration.ofHours(6));
        Instant paid = clock.instant();
        assertThat(send("", 2_000).body().path("outcome").asString("")).isEqualTo("revised");
        assertThat(order().confirmedAt()).isEqualTo(paid);
        assertThat(promised()).hasSize(1);

        assertThat(send(ordered, 1_000).body().path("outcome").asString(""))
                .as("an old file loaded again takes the payment not back")
                .isEqualTo("unchanged");
        assertThat(order().stands()).isTrue();
        assertThat(order().totalWon()).isEqualTo(2_000);

        send("", 3_000);
        assertThat(order().confirmedAt()).as("a revision keeps the payment").isEqualTo(paid);
    }

    @Test
    void ORD_1_an_unpaid_order_that_is_revised_is_not_promised() {
        send(",\"status\":\"UNPAID\"", 1_000);
        assertThat(send(",\"status\":\"UNPAID\"", 2_000).body().path("outcome").asString(""))
                .isEqualTo("revised");
        assertThat(promised()).isEmpty();
    }

    @Test
    void A6_an_order_that_comes_cancelled_is_neither_promised_nor_wakened_by_an_older_word() {
        assertThat(send(",\"status\":\"CANCELLED\"", 1_000).status()).isEqualTo(201);
        assertThat(order().cancelledAt()).isNotNull();
        send("", 2_000);
        assertThat(order().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(promised()).isEmpty();
        assertThat(step("payment", "{}").code()).isEqualTo("order-cancelled");
        assertThat(messages.ofOrder(order().orderId(), "ko")).isEmpty();
    }

    @Test
    void ORD_1_a_paid_order_that_comes_again_cancelled_is_cancelled_once() {
        send("", 1_000);
        assertThat(send(",\"status\":\"CANCELLED\"", 5_000)
                        .body()
                        .path("outcome")
                        .asString(""))
                .isEqualTo("cancelled");
        send(",\"status\":\"CANCELLED\"", 1_000);
        assertThat(order().totalWon()).isEqualTo(1_000);
        assertThat(promised()).singleElement().extracting(PromiseView::outcome).isEqualTo(Outcome.VOID);
        assertThat(orders.detail(order().orderId()).orElseThrow().revisions()).hasSize(2);
    }

    private String customer(String id, String name, String phone) {
        return mall.post("/api/v1/orders/batch", """
                {"orders":[{"orderNo":"%s","orderedAt":"%s","customer":{"id":"%s","name":"%s","phone":"%s"},
                 "recipient":{"name":"%s","postcode":"06236","address1":"테헤란로 152"},
                 "items":[{"name":"%s","quantity":1,"unitPrice":1000}]}]}""".formatted(no, clock.instant(), id, name, phone, name, id))
                .body()
                .path("results")
                .path(0)
                .path("outcome")
                .asString("");
    }

    @Test
    void A1_two_customers_never_become_one_order() {
        assertThat(customer("g-1" + no, "김하나", "010-1111-1111")).isEqualTo("created");
        assertThat(customer("g-2" + no, "이두리", "010-2222-2222")).isEqualTo("rejected");
        assertThat(orders.detail(order().orderId())
                        .orElseThrow()
                        .lines()
                        .getFirst()
                        .name())
                .isEqualTo("g-1" + no);
        assertThat(customer("g-3" + no, "김하나", "010-3333-3333"))
                .as("a new phone")
                .isEqualTo("revised");
        assertThat(customer("m-3" + no, "김 하나 (회원)", "010-3333-3333"))
                .as("a guest who became a member")
                .isEqualTo("revised");
    }

    @Test
    void ORD_1_an_unknown_status_is_never_a_guess() {
        assertThat(send(",\"status\":\"SHIPPING\"", 1_000).status()).isEqualTo(422);
        assertThat(send(",\"status\":\"UNPAID\",\"paidAt\":\"" + clock.instant() + "\"", 1_000)
                        .text())
                .contains("paidAt");
        assertThat(orders.byNumber(new MallId(1), no)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNPAID", "CANCELLED"})
    void B10_nothing_is_picked_of_an_order_that_does_not_stand(String status) {
        send(",\"status\":\"" + status + "\"", 1_000);
        assertThat(step("preparation", "{\"step\":\"PICKING\"}").code())
                .isEqualTo(status.equals("UNPAID") ? "order-unpaid" : "order-cancelled");
        assertThat(order().pickingAt()).isNull();
    }

    @Test
    void B10_steps_have_an_order_and_none_is_before_the_order() {
        send("", 1_000);
        Instant now = clock.instant();
        assertThat(step("preparation", "{\"step\":\"PACKED\",\"at\":\"" + now.minus(Duration.ofDays(2)) + "\"}")
                        .text())
                .contains("before-order");
        assertThat(step("preparation", "{\"step\":\"PICKING\",\"at\":\"" + now + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(step("preparation", "{\"step\":\"PACKED\",\"at\":\"" + now.minusSeconds(60) + "\"}")
                        .text())
                .contains("turned");
        assertThat(step("preparation", "{\"step\":\"PACKED\",\"at\":\"" + now.plusSeconds(60) + "\"}")
                        .status())
                .isEqualTo(204);
    }
}
