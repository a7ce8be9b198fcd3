package kr.dochak.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import kr.dochak.As;
import kr.dochak.Http;
import kr.dochak.Http.Answer;
import kr.dochak.ProductTest;
import kr.dochak.TestDatabase;
import kr.dochak.TestKeys;
import kr.dochak.compensation.Compensations;
import kr.dochak.fulfillment.CancelledParcel;
import kr.dochak.fulfillment.CancelledParcels;
import kr.dochak.identity.StaffMember;
import kr.dochak.messaging.Messages;
import kr.dochak.messaging.NoticeKind;
import kr.dochak.messaging.OrderNotice;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.pages.BoardLines;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.corrections.Corrections;
import kr.dochak.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The rows of docs/orders-change.md: what each change of an order means for promise, messages, money, page and board. */
@ProductTest
class OrderChangesTests {

    private static final AtomicLong NUMBERS = new AtomicLong(71_000_000);
    private static final MallId MALL = new MallId(1);
    private static final CancelledParcels.Wanted EVERYWHERE = new CancelledParcels.Wanted(null, null, null);

    @Autowired
    List<BoardLines> lines;

    @Autowired
    Environment environment;

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Orders orders;

    @Autowired
    Promises promises;

    @Autowired
    Compensations compensations;

    @Autowired
    Messages messages;

    @Autowired
    Tracking tracking;

    @Autowired
    CancelledParcels cancelled;

    @Autowired
    Corrections corrections;

    @Autowired
    WorldClock clock;

    @Autowired
    World world;

    private Http mall;
    private Http carrier;
    private MockMvc mvc;
    private String no = "";
    private String parcel = "";
    private String second = "";
    private Instant ordered = Instant.EPOCH;

    @BeforeEach
    void a_mall() {
        mall = new Http(environment, TestKeys.RAINBOW);
        carrier = new Http(environment, TestKeys.CARRIER);
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        fresh();
    }

    private void fresh() {
        long number = NUMBERS.incrementAndGet();
        no = "OC-" + number;
        parcel = "71" + number;
        second = "72" + number;
        ordered = clock.instant();
    }

    /** An order of these items, each {@code name} or {@code name x quantity}. */
    private Answer order(String... items) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < items.length; i++) {
            if (!items[i].isEmpty()) {
                String[] item = items[i].split(" x ");
                lines.add("{\"line\":%d,\"name\":\"%s\",\"quantity\":%s,\"unitPrice\":20000}"
                        .formatted(i + 1, item[0], item.length > 1 ? item[1] : "1"));
            }
        }
        Answer answer = mall.post("/api/v1/orders", """
                {"orderNo":"%s","orderedAt":"%s","customer":{"id":"%s","name":"김지민","phone":"010-7100-0001"},
                 "recipient":{"name":"김지민","postcode":"06236","address1":"테헤란로 152"},
                 "items":[%s],"shipFrom":{"area":"인천"},"carrier":"kr.cjlogistics"}""".formatted(no, ordered, no, String.join(",", lines)));
        world.settle();
        return answer;
    }

    private Answer ship(String number, String orderNo, String more) {
        Answer answer = mall.post("/api/v1/shipments", """
                {"carrier":"kr.cjlogistics","trackingNumber":"%s","orders":[{"orderNo":"%s"%s}]}""".formatted(number, orderNo, more));
        world.settle();
        return answer;
    }

    private void scan(String number, String status) {
        scan(number, status, clock.instant());
    }

    private void scan(String number, String status, Instant at) {
        carrier.post("/api/v1/scans", """
                [{"carrier":"kr.cjlogistics","trackingNumber":"%s","occurredAt":"%s","status":"%s","place":"강남SUB"}]""".formatted(number, at, status));
        world.settle();
    }

    private List<CancelledParcel> stopped() {
        return cancelled.of(MALL, EVERYWHERE, null, 1_000).items();
    }

    private void cancel() {
        assertThat(mall.post("/api/v1/orders/" + no + "/cancellation", "{\"reason\":\"변심\"}")
                        .status())
                .isEqualTo(204);
        world.settle();
    }

    private void after(Duration time) {
        world.advance(clock.instant().plus(time), Duration.ofHours(3));
    }

    private OrderSummary order() {
        return orders.byNumber(MALL, no).orElseThrow();
    }

    private OrderId id() {
        return order().orderId();
    }

    private List<PromiseView> promised() {
        return promises.ofOrders(List.of(id())).getOrDefault(id(), List.of());
    }

    private List<String> outcomes() {
        return promised().stream()
                .map(each -> (each.shipmentId() == null ? "waiting " : "parcel ")
                        + (each.outcome() == null ? "OPEN" : each.outcome()))
                .toList();
    }

    private List<NoticeKind> told() {
        return messages.ofOrder(id(), "ko").stream()
                .filter(notice -> notice.state() == OrderNotice.State.TOLD)
                .map(OrderNotice::kind)
                .toList();
    }

    private String page() {
        return text("/orders/" + id(), As.customer(order().personId(), MALL));
    }

    private String text(String address, org.springframework.test.web.servlet.request.RequestPostProcessor as) {
        try {
            return mvc.perform(get(address).with(as).header("Accept-Language", "ko"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the page says of each item: its name, how many, and when it comes. */
    private List<String> items() {
        String list = page().split("item-list", 2)[1].split("</ul>", 2)[0];
        return List.of(list.split("<li")).stream()
                .skip(1)
                .map(item -> item.replaceAll("(?s)<[^>]*>", " ")
                        .replaceAll("\\s+", " ")
                        .strip())
                .map(item -> item.substring(item.indexOf(' ', item.indexOf("picture") < 0 ? 0 : 0) + 1))
                .collect(Collectors.toList());
    }

    /** Whether a line leads there; the page shows the heaviest only, and other tests have heavier ones. */
    private boolean isOnBoard(String address) {
        return lines.stream()
                .flatMap(some -> some.of(MALL, 1_000).stream())
                .anyMatch(line -> line.href().startsWith(address));
    }

    private String console(String address) {
        return text(address, As.staff(jdbc, StaffMember.Role.OPERATOR));
    }

    @Test
    void A9_a_number_of_a_parcel_that_left_takes_no_second_order_in() {
        order("포트");
        String first = no;
        assertThat(ship(parcel, no, "").status()).isEqualTo(200);
        String number = parcel;
        fresh();
        order("컵");
        assertThat(ship(number, no, "").status())
                .as("consolidated until it leaves")
                .isEqualTo(200);
        scan(number, "PICKED_UP");
        fresh();
        order("접시");
        Answer late = ship(number, no, "");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("parcel-left");
        assertThat(late.text()).contains(number);
        assertThat(ship(number, first, "").status()).as("again is harmless").isEqualTo(200);
        scan(number, "DELIVERED");
        assertThat(outcomes()).containsExactly("waiting OPEN");
        assertThat(told()).containsExactly(NoticeKind.ORDER_CONFIRMED);
        assertThat(mall.post("/api/v1/shipments/batch", """
                {"shipments":[{"carrier":"kr.cjlogistics","trackingNumber":"%s","orders":[{"orderNo":"%s"}]}]}""".formatted(number, no))
                        .text())
                .contains("rejected", "parcel-left");
        scan(number, "CANCELLED");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void A9_no_order_is_settled_by_a_delivery_older_than_itself(boolean scannedFirst) {
        Instant before = clock.instant().plus(Duration.ofMinutes(7)); // midnight itself would be a day without an hour
        after(Duration.ofHours(2));
        fresh();
        order("포트");
        if (scannedFirst) {
            scan(parcel, "DELIVERED", before);
        }
        ship(parcel, no, "");
        if (!scannedFirst) {
            scan(parcel, "DELIVERED", before);
        }
        assertThat(outcomes()).containsExactly("parcel OPEN");
        assertThat(told()).containsExactly(NoticeKind.ORDER_CONFIRMED);
        assertThat(page()).doesNotContain("도착했어요");
        assertThat(console("/console/orders/cancelled")).contains("주문보다 먼저 배송된 운송장", parcel);
        assertThat(isOnBoard("/console/orders/cancelled")).isTrue();
        scan(parcel, "PICKED_UP");
        scan(parcel, "DELIVERED");
        assertThat(outcomes()).containsExactly("parcel KEPT");
        assertThat(console("/console/orders/cancelled")).doesNotContain(parcel);
    }

    @Test
    void A11_a_line_added_after_the_delivery_has_a_promise_of_its_own() {
        order("포트");
        ship(parcel, no, "");
        scan(parcel, "PICKED_UP");
        after(Duration.ofHours(20));
        scan(parcel, "DELIVERED");
        after(Duration.ofHours(1));
        order("포트", "컵");
        assertThat(outcomes()).containsExactly("parcel KEPT", "waiting OPEN");
        assertThat(promised().getLast().promised().to()).isAfter(clock.instant());
        assertThat(told()).containsOnlyOnce(NoticeKind.DELIVERED);
        assertThat(String.join("\n", items()))
                .containsPattern("포트 1개 [^\n]*도착했어요")
                .doesNotContainPattern("컵 1개 [^\n]*도착했어요");
        order("포트", "컵");
        assertThat(outcomes()).as("again is harmless").hasSize(2);
        ship(second, no, "");
        scan(second, "PICKED_UP");
        scan(second, "DELIVERED");
        assertThat(outcomes()).containsExactly("parcel KEPT", "parcel KEPT");
        assertThat(compensations.ofOrder(id())).isEmpty();
    }

    @Test
    void A11_pieces_added_while_the_parcel_is_under_way_wait_for_another() {
        order("포트 x 2");
        ship(parcel, no, "");
        scan(parcel, "PICKED_UP");
        order("포트 x 5");
        assertThat(outcomes()).containsExactly("parcel OPEN", "waiting OPEN");
        assertThat(String.join("\n", items())).contains("포트 2개", "포트 3개");
    }

    @Test
    void ORD_3_lines_added_before_the_hand_over_are_part_of_the_promise() {
        order("포트");
        order("포트", "컵", "접시");
        ship(parcel, no, ",\"lines\":[1]");
        assertThat(outcomes()).containsExactly("waiting OPEN", "parcel OPEN");
        ship(second, no, "");
        assertThat(outcomes()).containsExactly("parcel OPEN", "parcel OPEN");
    }

    @Test
    void ORD_3_a_line_that_is_taken_out_is_awaited_no_more() {
        order("포트", "컵");
        ship(parcel, no, ",\"lines\":[1]");
        scan(parcel, "PICKED_UP");
        assertThat(outcomes()).containsExactly("waiting OPEN", "parcel OPEN");
        order("포트");
        assertThat(outcomes()).containsExactly("waiting VOID", "parcel OPEN");
        after(Duration.ofHours(20));
        scan(parcel, "DELIVERED");
        after(Duration.ofDays(4));
        assertThat(outcomes()).containsExactly("waiting VOID", "parcel KEPT");
        assertThat(compensations.ofOrder(id())).isEmpty();
        assertThat(told()).doesNotContain(NoticeKind.DELAYED);
        order("포트", "", "접시");
        assertThat(outcomes()).containsExactly("waiting VOID", "parcel KEPT", "waiting OPEN");
    }

    @Test
    void ORD_3_a_parcel_whose_lines_were_all_taken_out_is_awaited_no_more() {
        order("포트", "컵");
        ship(parcel, no, ",\"lines\":[1]");
        ship(second, no, ",\"lines\":[2]");
        scan(parcel, "PICKED_UP");
        order("", "컵");
        assertThat(promised()).extracting(PromiseView::outcome).containsExactlyInAnyOrder(Outcome.VOID, null);
        assertThat(page()).doesNotContain("포트");
    }

    @Test
    void ORD_3_one_line_in_two_parcels_has_a_window_for_each_part() {
        order("포트 x 5");
        assertThat(ship(parcel, no, ",\"items\":[{\"line\":1,\"quantity\":6}]").status())
                .isEqualTo(422);
        ship(parcel, no, ",\"items\":[{\"line\":1,\"quantity\":2}]");
        assertThat(outcomes()).containsExactly("waiting OPEN", "parcel OPEN");
        assertThat(promises.claims(
                                promised().stream().map(PromiseView::promiseId).toList())
                        .values())
                .extracting(Promises.Claim::won)
                .containsExactlyInAnyOrder(60_000L, 40_000L);
        ship(second, no, "");
        assertThat(outcomes()).containsExactly("parcel OPEN", "parcel OPEN");
        scan(parcel, "PICKED_UP");
        after(Duration.ofHours(20));
        scan(parcel, "DELIVERED");
        assertThat(String.join("\n", items()))
                .containsPattern("포트 2개 [^\n]*도착했어요")
                .doesNotContainPattern("포트 3개 [^\n]*도착했어요");
    }

    @Test
    void ORD_3_parcels_of_one_request_share_the_order_out() {
        order("포트 x 3", "컵");
        assertThat(mall.post("/api/v1/shipments/batch", """
                {"shipments":[{"carrier":"kr.cjlogistics","trackingNumber":"%s","orders":[{"orderNo":"%s"}]},
                 {"carrier":"kr.cjlogistics","trackingNumber":"%s","orders":[{"orderNo":"%s","items":[{"line":1,"quantity":1}]},
                  {"orderNo":"%s","lines":[2]}]}]}""".formatted(parcel, no, second, no, no))
                        .status())
                .isEqualTo(200);
        world.settle();
        assertThat(outcomes()).containsExactly("parcel OPEN", "parcel OPEN");
        assertThat(tracking.ofOrders(List.of(id())).get(id()))
                .extracting(view -> view.orders().getFirst().lines() + " "
                        + view.orders().getFirst().pieces())
                .containsExactlyInAnyOrder("[1] [2]", "[1, 2] [1, 1]");
    }

    @Test
    void A20_a_line_the_order_has_not_is_refused() {
        order("포트");
        Answer bad = ship(parcel, no, ",\"lines\":[7]");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.text()).contains("orders.lines", "7");
        assertThat(outcomes()).containsExactly("waiting OPEN");
    }

    @Test
    void A13_cancelled_under_way_and_delivered_all_the_same() {
        order("포트");
        ship(parcel, no, "");
        scan(parcel, "PICKED_UP");
        cancel();
        assertThat(page()).contains("주문이 취소됐어요", "받으셨다면");
        assertThat(stopped()).anyMatch(each -> each.orderId().equals(id()) && each.isUnderWay());
        assertThat(isOnBoard("/console/orders/cancelled")).isTrue();
        assertThat(console("/console/orders/cancelled")).contains(no, parcel, "가는 중");
        after(Duration.ofHours(20));
        scan(parcel, "OUT_FOR_DELIVERY");
        scan(parcel, "DELIVERED");
        assertThat(outcomes()).containsExactly("parcel VOID");
        assertThat(told())
                .doesNotContain(NoticeKind.DELIVERED, NoticeKind.OUT_FOR_DELIVERY)
                .contains(NoticeKind.ORDER_CONFIRMED);
        assertThat(page()).contains("주문이 취소됐어요", "받으셨다면", "반품").doesNotContain("안에 도착했어요", "id=\"rating\"");
        assertThat(console("/console/orders/cancelled")).contains(parcel, "도착함");
        assertThat(compensations.ofOrder(id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ATTEMPT_FAIL", "AVAILABLE_FOR_PICKUP", "RETURNING"})
    void A13_nothing_that_is_no_longer_true_is_said_of_a_cancelled_order(String status) {
        order("포트");
        ship(parcel, no, "");
        scan(parcel, "PICKED_UP");
        cancel();
        List<NoticeKind> before = told();
        scan(parcel, status);
        assertThat(told()).isEqualTo(before);
        assertThat(page()).contains("주문이 취소됐어요");
    }

    @Test
    void A13_a_cancelled_order_is_not_handed_over() {
        order("포트");
        cancel();
        Answer refused = ship(parcel, no, "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("order-cancelled");
        assertThat(tracking.ofOrders(List.of(id()))).isEmpty();
        assertThat(outcomes()).containsExactly("waiting VOID");
        fresh();
        order("컵");
        ship(parcel, no, "");
        cancel();
        assertThat(ship(parcel, no, "").status())
                .as("registered before, again is harmless")
                .isEqualTo(200);
        assertThat(stopped()).anyMatch(each -> each.orderId().equals(id()) && each.isHere());
    }

    @Test
    void A13_cancelled_after_the_delivery_the_promise_stays_kept_and_nothing_more_is_promised() {
        order("포트");
        ship(parcel, no, "");
        scan(parcel, "PICKED_UP");
        after(Duration.ofHours(20));
        scan(parcel, "DELIVERED");
        cancel();
        assertThat(outcomes()).containsExactly("parcel KEPT");
        assertThat(page()).contains("주문이 취소됐어요", "반품").doesNotContain("id=\"rating\"");
        assertThat(ship(second, no, "").status()).isEqualTo(409);
        after(Duration.ofDays(3));
        assertThat(outcomes()).as("B1").containsExactly("parcel KEPT");
        assertThat(compensations.ofOrder(id())).isEmpty();
    }

    @Test
    void B1_a_parcel_sent_after_all_others_came_is_not_late_from_the_start() {
        order("포트");
        ship(parcel, no, "");
        scan(parcel, "PICKED_UP");
        after(Duration.ofHours(20));
        scan(parcel, "DELIVERED");
        after(Duration.ofDays(5));
        ship(second, no, "");
        assertThat(outcomes()).containsExactly("parcel KEPT", "parcel OPEN");
        assertThat(promised().getLast().promised().to()).isAfter(clock.instant());
        assertThat(promised().getLast().delay()).isNull();
        scan(second, "PICKED_UP");
        scan(second, "DELIVERED");
        assertThat(compensations.ofOrder(id())).isEmpty();
    }

    @Test
    void A13_nothing_is_paid_for_an_order_that_was_cancelled_when_its_delay_grew() {
        order("포트");
        cancel();
        after(Duration.ofDays(6));
        assertThat(compensations.ofOrder(id())).isEmpty();
        assertThat(told()).doesNotContain(NoticeKind.DELAYED);
    }

    @Test
    void A13_a_lost_parcel_of_a_cancelled_order_promises_nobody_anything() {
        order("포트");
        ship(parcel, no, "");
        scan(parcel, "PICKED_UP");
        cancel();
        carrier.post("/api/v1/scans", """
                [{"carrier":"kr.cjlogistics","trackingNumber":"%s","occurredAt":"%s","status":"EXCEPTION","reason":"LOST","place":"옥천HUB"}]""".formatted(parcel, clock.instant()));
        world.settle();
        after(Duration.ofMinutes(10));
        assertThat(told()).doesNotContain(NoticeKind.LOST_OR_DAMAGED);
        assertThat(page()).doesNotContain("담당 매니저가");
    }

    @Test
    void ORD_3_a_cancelled_number_is_no_cancelled_order() {
        order("포트");
        ship(parcel, no, "");
        scan(parcel, "CANCELLED");
        assertThat(page()).doesNotContain("주문이 취소됐어요");
        Instant promise = promised().getFirst().promised().to();
        ship(second, no, "");
        assertThat(outcomes()).containsExactly("parcel VOID", "parcel OPEN");
        assertThat(promised().getLast().promised().to()).isEqualTo(promise);
    }

    @Test
    void A13_parcels_to_stop_are_found_narrowed_and_read_page_by_page() {
        order("포트");
        ship(parcel, no, "");
        cancel();
        String first = no;
        String here = parcel;
        fresh();
        order("컵");
        ship(parcel, no, "");
        scan(parcel, "PICKED_UP");
        cancel();
        String page = "/console/orders/cancelled";
        assertThat(console(page + "?q=" + first)).contains(here).doesNotContain(parcel);
        assertThat(console(page + "?q=" + parcel)).contains(no).doesNotContain(here);
        assertThat(console(page + "?show=here&q=" + parcel)).contains("여기에 맞는 택배가 없어요");
        assertThat(console(page + "?show=under-way&q=" + no)).contains(parcel);
        assertThat(console(page + "?q=NONE-1")).contains("여기에 맞는 택배가 없어요");
        List<Long> one = new ArrayList<>();
        String after = null;
        do {
            Keyset<CancelledParcel> read = cancelled.of(MALL, EVERYWHERE, after, 1);
            read.items().forEach(each -> one.add(each.id()));
            after = read.next();
        } while (after != null);
        assertThat(one)
                .isEqualTo(stopped().stream().map(CancelledParcel::id).toList())
                .hasSizeGreaterThan(1);
        assertThat(cancelled.figures(MALL).stoppable()).isGreaterThan(1);
        assertThat(cancelled
                        .of(new MallId(2), new CancelledParcels.Wanted(null, List.of(id()), null), null, 10)
                        .items())
                .as("nothing of another mall")
                .isEmpty();
    }

    @Test
    void A13_parcels_of_orders_that_were_cancelled_before_there_was_a_list_come_onto_it() throws IOException {
        order("포트");
        ship(parcel, no, "");
        cancel();
        JdbcClient superuser = TestDatabase.asSuperuser(jdbc);
        superuser
                .sql("delete from fulfillment.cancelled_parcel where order_id = :order")
                .param("order", id().value())
                .update();
        assertThat(stopped()).noneMatch(each -> each.orderId().equals(id()));
        superuser
                .sql(new ClassPathResource("db/migration/orders/V11__cancelled_before.sql")
                        .getContentAsString(StandardCharsets.UTF_8))
                .update();
        world.settle();
        assertThat(stopped()).filteredOn(each -> each.orderId().equals(id())).hasSize(1);
    }

    @Test
    void B5_what_was_paid_for_a_delay_that_did_not_come_is_counted_and_shown() {
        order("포트");
        ship(parcel, no, "");
        Instant to = promised().getFirst().promised().to();
        for (int minutes = 360; minutes > 5 && compensations.ofOrder(id()).isEmpty(); minutes -= 10) {
            world.advance(to.minus(Duration.ofMinutes(minutes)), Duration.ofHours(3));
        }
        assertThat(compensations.ofOrder(id()))
                .as("paid on prediction, at %s of %s", clock.instant(), promised())
                .isNotEmpty();
        scan(parcel, "PICKED_UP");
        scan(parcel, "DELIVERED");
        assertThat(outcomes()).containsExactly("parcel KEPT");
        assertThat(compensations
                        .keptAfterAll(
                                MALL,
                                clock.instant().minus(Duration.ofDays(1)),
                                clock.instant().plusSeconds(1),
                                20)
                        .latest())
                .anyMatch(grant -> grant.orderId().equals(id()));
        assertThat(text("/console/compensation?days=7", As.staff(jdbc, StaffMember.Role.ADMIN)))
                .contains("미리 드렸는데 제때 온 배송", no);
    }

    /** Ordered, on its way to nobody until it is found late and paid for; the parcel is with the carrier only then. */
    private void paidOnPrediction() {
        order("포트");
        ship(parcel, no, "");
        Instant to = promised().getFirst().promised().to();
        world.advance(to.minus(Duration.ofMinutes(90)), Duration.ofHours(3));
        assertThat(compensations.ofOrder(id()))
                .as("paid on prediction, of %s", promised())
                .hasSize(1);
    }

    private boolean isCountedAsInVain(MallId mallId) {
        return compensations
                .keptAfterAll(
                        mallId,
                        clock.instant().minus(Duration.ofDays(1)),
                        clock.instant().plusSeconds(1),
                        100)
                .latest()
                .stream()
                .anyMatch(grant -> grant.orderId().equals(id()));
    }

    @Test
    void B5_what_was_paid_for_a_delay_that_came_is_not_counted_as_paid_in_vain() {
        paidOnPrediction();
        after(Duration.ofHours(4));
        scan(parcel, "PICKED_UP");
        scan(parcel, "DELIVERED");
        assertThat(outcomes()).containsExactly("parcel MISSED");
        assertThat(isCountedAsInVain(MALL)).isFalse();
    }

    @Test
    void B5_another_mall_does_not_see_it_and_a_false_delivery_takes_it_back() {
        paidOnPrediction();
        scan(parcel, "PICKED_UP");
        scan(parcel, "DELIVERED");
        assertThat(isCountedAsInVain(MALL)).isTrue();
        assertThat(isCountedAsInVain(new MallId(2))).isFalse();
        after(Duration.ofMinutes(1));
        corrections.correct(
                MALL, tracking.ofOrders(List.of(id())).get(id()).getFirst().shipmentId(), 1, "고객이 받지 못했대요");
        world.settle();
        assertThat(isCountedAsInVain(MALL)).isFalse();
    }
}
