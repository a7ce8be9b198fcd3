package kr.dochak.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import kr.dochak.ProductTest;
import kr.dochak.care.Cases;
import kr.dochak.care.record.SupportCase;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.compensation.Compensations;
import kr.dochak.messaging.Messages;
import kr.dochak.messaging.NoticeKind;
import kr.dochak.messaging.OrderNotice;
import kr.dochak.orders.DeliveryRequest;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.promise.PromiseFact;
import kr.dochak.promise.PromiseFact.Delay;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelaysFound;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.ShipmentId;
import kr.dochak.shared.TimeWindow;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.Tracking;
import kr.dochak.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a promise when things go wrong, from the mall's order to the customer's points, through every module. */
@Tag("slow")
@ProductTest
class BrokenPromisesTests {

    private static final AtomicLong NUMBERS = new AtomicLong(61_000_000);

    @LocalServerPort
    int port;

    @Autowired
    WorldClock clock;

    @Autowired
    World world;

    @Autowired
    Orders orders;

    @Autowired
    Promises promises;

    @Autowired
    Compensations compensations;

    @Autowired
    Messages messages;

    @Autowired
    Cases cases;

    @Autowired
    Tracking tracking;

    @Autowired
    ApplicationEventPublisher facts;

    @Autowired
    TransactionTemplate transaction;

    private Trade trade;
    private String orderNo = "";
    private String parcel = "";

    @BeforeEach
    void a_trade() {
        trade = new Trade(port, clock, world);
        long number = NUMBERS.incrementAndGet();
        orderNo = "BP-" + number;
        parcel = "61" + number;
    }

    private OrderId order(String... items) {
        OrderId id = new OrderId(
                (trade.order(orderNo, new Trade.Buyer(orderNo, "김지민", "010" + NUMBERS.incrementAndGet()), items))
                        .value());
        trade.settle();
        return id;
    }

    private List<PromiseView> promisesOf(OrderId order) {
        return promises.ofOrders(List.of(order)).getOrDefault(order, List.of());
    }

    private Map<String, Long> grantsOf(OrderId order) {
        return compensations.ofOrder(order).stream()
                .collect(Collectors.toMap(Granted::ruleId, g -> g.value().amount()));
    }

    /** Nothing happens until the evening of the promised day; the timers see in the morning that it will not come. */
    private void late(OrderId order) {
        trade.until(promisesOf(order).getFirst().promised().to().minus(Duration.ofHours(3)));
    }

    @Test
    void BEN_1_a_parcel_lost_after_its_delay_was_found_gets_what_a_loss_is_worth_less_what_it_got() {
        OrderId order = new OrderId((order("포트")).value());
        trade.ship(parcel, orderNo);
        trade.settle();
        late(new OrderId(order.value()));
        assertThat(grantsOf(order)).as("5 % of 21,000").isEqualTo(Map.of("late-6h", 1_050L));

        trade.scan(parcel, "EXCEPTION", "LOST", "옥천HUB");
        trade.settle();
        trade.scan(parcel, "EXCEPTION", "LOST", "옥천HUB 다시");
        trade.settle();

        assertThat(grantsOf(order)).isEqualTo(Map.of("late-6h", 1_050L, "lost", 3_950L));
        assertThat(cases.ofOrder(order))
                .as("CAR-1: the case names the promise")
                .singleElement()
                .extracting(SupportCase::promiseId)
                .isEqualTo(promisesOf(new OrderId(order.value())).getFirst().promiseId());
        assertThat(promisesOf(new OrderId(order.value())))
                .singleElement()
                .satisfies(
                        promise -> assertThat(promise.delay()).hasFieldOrPropertyWithValue("cause", DelayCause.LOST));
    }

    @Test
    void BEN_1_each_late_part_of_an_order_is_worth_its_own_items() {
        OrderId order = new OrderId((order("포트", "컵", "차")).value());
        trade.ship(parcel, orderNo, 1);
        trade.settle();
        trade.ship(parcel + "77", orderNo, 2, 3);
        late(new OrderId(order.value()));
        assertThat(compensations.ofOrder(order))
                .as("5 % of 61,000 shared 1 to 2, in whole tens")
                .extracting(granted -> granted.ruleId() + " " + granted.value().amount())
                .containsExactlyInAnyOrder("late-6h 1010", "late-6h 2030");
    }

    @Test
    void PRM_4_a_cancelled_number_closes_its_promise_and_what_waits_to_be_told_is_withdrawn() {
        OrderId order = new OrderId((order("포트")).value());
        trade.ship(parcel, orderNo);
        trade.settle();
        trade.scan(parcel, "CANCELLED", "", "");
        trade.settle();
        assertThat(promisesOf(new OrderId(order.value())))
                .singleElement()
                .extracting(PromiseView::outcome)
                .isEqualTo(Outcome.VOID);
        late(new OrderId(order.value()));
        assertThat(grantsOf(order)).isEmpty();
        assertThat(messages.ofOrder(order, "ko"))
                .extracting(OrderNotice::kind)
                .containsExactly(NoticeKind.ORDER_CONFIRMED);
    }

    @Test
    void MSG_5_a_delay_heard_of_after_its_number_was_cancelled_is_not_told() {
        OrderId order = new OrderId((order("포트")).value());
        trade.ship(parcel, orderNo);
        trade.settle();
        ShipmentId shipment = new ShipmentId(tracking.ofOrders(List.of(order))
                .get(order)
                .getFirst()
                .shipmentId()
                .value());
        PromiseView promise = promisesOf(new OrderId(order.value())).getFirst();
        Delay delay = new Delay(
                promise.promiseId(),
                order,
                new MallId(1),
                new PersonId(1),
                shipment,
                PromiseFact.DelayKind.PREDICTED,
                DelayCause.HUB_BACKLOG,
                promise.promised(),
                false,
                promise.promised(),
                21_000,
                clock.instant(),
                clock.instant(),
                null,
                null);
        trade.scan(parcel, "CANCELLED", "", "");
        trade.settle();
        transaction.executeWithoutResult(status -> facts.publishEvent(new DelaysFound(List.of(delay))));
        trade.settle();
        trade.until(clock.instant().plusSeconds(10));
        assertThat(messages.ofOrder(order, "ko"))
                .filteredOn(notice -> notice.kind() == NoticeKind.DELAYED)
                .extracting(OrderNotice::state)
                .doesNotContain(OrderNotice.State.TOLD);
    }

    @Test
    void ORD_3_a_parcel_in_place_of_a_cancelled_number_is_held_to_the_same_promise() {
        OrderId order = new OrderId((order("포트")).value());
        TimeWindow promised = promisesOf(new OrderId(order.value())).getFirst().promised();
        trade.ship(parcel, orderNo);
        trade.settle();
        trade.scan(parcel, "CANCELLED", "", "");
        trade.settle();
        trade.ship(parcel + "77", orderNo);
        trade.settle();
        assertThat(promisesOf(new OrderId(order.value())))
                .filteredOn(promise -> promise.outcome() == null)
                .singleElement()
                .extracting(PromiseView::promised)
                .isEqualTo(promised);
        late(new OrderId(order.value()));
        assertThat(grantsOf(order)).isEqualTo(Map.of("late-6h", 1_050L));
    }

    @Test
    void ORD_3_nothing_is_promised_anew_for_a_cancelled_order() {
        OrderId order = new OrderId((order("포트")).value());
        trade.ship(parcel, orderNo);
        trade.settle();
        orders.cancel(order, "마음이 바뀌었어요", "mall");
        trade.settle();
        assertThatThrownBy(() -> trade.ship(parcel + "77", orderNo)).hasMessageContaining("order-cancelled");
        trade.settle();
        assertThat(promisesOf(new OrderId(order.value())))
                .extracting(PromiseView::outcome)
                .containsOnly(Outcome.VOID);
    }

    @Test
    void PRM_1_the_window_follows_the_day_the_customer_asked_for() {
        OrderId order = new OrderId((order("포트")).value());
        PromiseView before = promisesOf(new OrderId(order.value())).getFirst();
        LocalDate wished = Seoul.dateOf(before.promised().to()).plusDays(3);
        orders.changeRequest(order, new DeliveryRequest(DeliveryRequest.Place.DOOR, "", wished), "customer");
        trade.settle();
        PromiseView after = promisesOf(new OrderId(order.value())).getFirst();
        assertThat(Seoul.dateOf(after.promised().to())).isEqualTo(wished);
        assertThat(Seoul.dateOf(after.window().p10())).isEqualTo(wished);
        assertThat(Seoul.dateOf(after.window().p90())).isEqualTo(wished);
        assertThat(messages.ofOrder(order, "ko"))
                .filteredOn(notice -> notice.kind() == NoticeKind.WINDOW_CHANGED)
                .singleElement()
                .satisfies(notice -> assertThat(notice.body()).contains("배송 요청을 반영해 도착 안내를 다시 계산했어요"));

        trade.ship(parcel, orderNo);
        trade.settle();
        trade.scan(parcel, "IN_TRANSIT", "", "옥천HUB");
        trade.settle();
        assertThat(Seoul.dateOf(promisesOf(new OrderId(order.value()))
                        .getFirst()
                        .window()
                        .p10()))
                .as("scans do not take the wish back")
                .isEqualTo(wished);

        orders.changeRequest(order, new DeliveryRequest(DeliveryRequest.Place.DOOR, "", null), "customer");
        trade.settle();
        assertThat(Seoul.dateOf(promisesOf(new OrderId(order.value()))
                        .getFirst()
                        .window()
                        .p90()))
                .isBefore(wished);
    }

    @Test
    void ORD_2_a_cancelled_order_that_comes_again_stays_cancelled() {
        Trade.Buyer buyer = new Trade.Buyer(orderNo, "김지민", "010" + NUMBERS.incrementAndGet());
        OrderId order = new OrderId((trade.order(orderNo, buyer, "포트")).value());
        orders.cancel(order, "마음이 바뀌었어요", "mall");
        int revision = orders.find(order).orElseThrow().revision();
        assertThat(trade.order(orderNo, buyer, "포트", "컵")).isEqualTo(order);
        trade.settle();
        OrderSummary still = orders.find(order).orElseThrow();
        assertThat(still.cancelledAt()).isNotNull();
        assertThat(still.revision()).isEqualTo(revision);
        assertThat(still.totalWon()).isEqualTo(21_000);
        assertThat(promisesOf(new OrderId(order.value())))
                .extracting(PromiseView::outcome)
                .as("void, or never made when the cancellation was faster")
                .allMatch(outcome -> outcome == Outcome.VOID);
    }
}
