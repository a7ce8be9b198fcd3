package kr.dochak.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.ProductTest;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.compensation.Compensations;
import kr.dochak.messaging.Messages;
import kr.dochak.messaging.NoticeKind;
import kr.dochak.messaging.OrderNotice;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.corrections.CorrectionOutcome;
import kr.dochak.tracking.corrections.Corrections;
import kr.dochak.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** TRK-8: a delivery that was none, from the carrier's word to the customer's two messages and what the promise is worth. */
@Tag("slow")
@ProductTest
class FalseDeliveryTests {

    private static final AtomicLong NUMBERS = new AtomicLong(62_000_000);
    private static final MallId RAINBOW = new MallId(1);
    private static final long STAFF = 1;

    @LocalServerPort
    int port;

    @Autowired
    WorldClock clock;

    @Autowired
    World world;

    @Autowired
    Promises promises;

    @Autowired
    Compensations compensations;

    @Autowired
    Messages messages;

    @Autowired
    Tracking tracking;

    @Autowired
    Corrections corrections;

    private Trade trade;
    private String orderNo = "";
    private String parcel = "";
    private OrderId order;

    @BeforeEach
    void an_order_said_to_be_delivered() {
        trade = new Trade(port, clock, world);
        long number = NUMBERS.incrementAndGet();
        orderNo = "FD-" + number;
        parcel = "61" + number;
        order = trade.order(orderNo, new Trade.Buyer(orderNo, "김지민", "010" + number), "포트");
        trade.settle();
        trade.ship(parcel, orderNo);
        step("OUT_FOR_DELIVERY");
        step("DELIVERED");
    }

    private void step(String status) {
        trade.until(clock.instant().plus(Duration.ofMinutes(10)));
        trade.scan(parcel, status, "", "강남A");
        trade.settle();
    }

    private ShipmentView shipment() {
        return tracking.byNumber(RAINBOW, TrackingNumber.of(parcel)).getFirst();
    }

    private ShipmentId id() {
        return shipment().state().shipmentId();
    }

    private PromiseView promise() {
        return promises.ofOrders(List.of(order)).get(order).getFirst();
    }

    private List<NoticeKind> told() {
        return messages.ofOrder(order, "ko").stream()
                .map(OrderNotice::kind)
                .sorted()
                .toList();
    }

    private void correct() {
        assertThat(corrections.correct(RAINBOW, id(), STAFF, "고객이 받지 못했다고 했고 기사님도 확인했어요"))
                .isEqualTo(new CorrectionOutcome.Done());
        trade.settle();
    }

    @Test
    void TRK_8_the_parcel_is_on_the_van_again_and_its_promise_holds() {
        assertThat(promise().outcome()).isEqualTo(Outcome.KEPT);
        correct();
        assertThat(shipment().state().status()).isEqualTo(ShipmentStatus.OUT_FOR_DELIVERY);
        assertThat(shipment().state().deliveredAt()).isNull();
        assertThat(promise().outcome()).isNull();
        assertThat(corrections.of(List.of(id())).get(id()))
                .singleElement()
                .satisfies(said -> assertThat(said.reason()).startsWith("고객이 받지"));
    }

    @Test
    void TRK_8_the_customer_is_told_so_and_what_was_said_stays() {
        correct();
        assertThat(told()).contains(NoticeKind.DELIVERED, NoticeKind.DELIVERY_CORRECTED);
        step("DELIVERED");
        assertThat(told()).filteredOn(NoticeKind.DELIVERED::equals).hasSize(2);
        assertThat(promise().outcome()).isEqualTo(Outcome.KEPT);
    }

    @Test
    void TRK_8_the_same_delivery_reported_again_is_not_believed_a_later_one_is() {
        correct();
        trade.scan(parcel, "DELIVERED", "", "다른 경로로 온 같은 말");
        trade.settle();
        assertThat(shipment().state().status()).isEqualTo(ShipmentStatus.OUT_FOR_DELIVERY);
        assertThat(tracking.scansOf(id()))
                .as("nothing is thrown away")
                .filteredOn(scan -> scan.status() == ShipmentStatus.DELIVERED)
                .hasSize(2)
                .allSatisfy(scan -> assertThat(scan.disbelieved()).isTrue());
        step("DELIVERED");
        assertThat(shipment().state().status()).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(promise().outcome()).isEqualTo(Outcome.KEPT);
    }

    @Test
    void TRK_8_taking_it_back_lets_the_delivery_count_again() {
        correct();
        assertThat(corrections.undo(RAINBOW, id(), STAFF)).isEqualTo(new CorrectionOutcome.Done());
        trade.settle();
        assertThat(shipment().state().status()).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(promise().outcome()).isEqualTo(Outcome.KEPT);
        assertThat(corrections.undo(RAINBOW, id(), STAFF)).isEqualTo(new CorrectionOutcome.NothingToUndo());
    }

    @Test
    void TRK_8_a_promise_whose_time_has_passed_is_found_late_and_compensated_once() {
        trade.until(promise().promised().to().plus(Duration.ofHours(20)));
        assertThat(grants()).isEmpty();
        correct();
        assertThat(promise().outcome()).isNull();
        assertThat(cause())
                .as("PRM-4: by its carrier's word it had come in time")
                .isEqualTo(DelayCause.WRONG_INFORMATION);
        assertThat(grants()).isNotEmpty().doesNotHaveDuplicates();
        step("DELIVERED");
        assertThat(promise().outcome()).isEqualTo(Outcome.MISSED);
        assertThat(grants()).doesNotHaveDuplicates();
    }

    private DelayCause cause() {
        return Objects.requireNonNull(promise().delay()).cause();
    }

    @Test
    void PRM_4_a_visit_in_vain_after_the_false_delivery_was_taken_back_is_its_own_cause() {
        correct();
        trade.until(clock.instant().plus(Duration.ofMinutes(10)));
        trade.scan(parcel, "ATTEMPT_FAIL", "RECIPIENT_ABSENT", "강남A");
        trade.settle();
        trade.until(promise().promised().to().plus(Duration.ofHours(2)));
        assertThat(cause()).isEqualTo(DelayCause.ABSENCE);
    }

    @Test
    void PRM_4_a_delay_that_was_there_before_the_false_delivery_is_not_explained_by_it() {
        String late = "62" + parcel.substring(2);
        String lateNo = orderNo + "-L";
        OrderId lateOrder = trade.order(lateNo, new Trade.Buyer(lateNo, "김지민", "01077" + late.substring(4)), "컵");
        trade.settle();
        trade.ship(late, lateNo);
        trade.settle();
        trade.until(promises.ofOrders(List.of(lateOrder))
                .get(lateOrder)
                .getFirst()
                .promised()
                .to()
                .plus(Duration.ofHours(9)));
        trade.scan(late, "OUT_FOR_DELIVERY", "", "강남A");
        trade.scan(late, "DELIVERED", "", "강남A");
        trade.settle();
        corrections.correct(
                RAINBOW,
                tracking.byNumber(RAINBOW, TrackingNumber.of(late))
                        .getFirst()
                        .state()
                        .shipmentId(),
                STAFF,
                "받지 못했대요");
        trade.settle();
        assertThat(promises.ofOrders(List.of(lateOrder))
                        .get(lateOrder)
                        .getFirst()
                        .delay())
                .isNotNull()
                .extracting(delay -> delay.cause())
                .isNotEqualTo(DelayCause.WRONG_INFORMATION);
    }

    private List<String> grants() {
        return compensations.ofOrder(order).stream().map(Granted::ruleId).toList();
    }

    @Test
    void TRK_8_only_a_delivery_of_the_own_mall_can_be_corrected_and_only_with_a_reason() {
        ShipmentId shipment = id();
        assertThat(corrections.correct(RAINBOW, shipment, STAFF, "  ")).isInstanceOf(CorrectionOutcome.BadReason.class);
        assertThat(corrections.correct(RAINBOW, shipment, STAFF, "가".repeat(501)))
                .isInstanceOf(CorrectionOutcome.BadReason.class);
        assertThat(corrections.correct(new MallId(2), shipment, STAFF, "아니에요"))
                .isEqualTo(new CorrectionOutcome.Unknown());
        assertThat(corrections.correct(RAINBOW, new ShipmentId(987_654_321), STAFF, "아니에요"))
                .isEqualTo(new CorrectionOutcome.Unknown());
        correct();
        assertThat(corrections.correct(RAINBOW, shipment, STAFF, "또")).isEqualTo(new CorrectionOutcome.NotDelivered());
    }
}
