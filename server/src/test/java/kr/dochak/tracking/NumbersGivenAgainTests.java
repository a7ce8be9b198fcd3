package kr.dochak.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.ProductTest;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** TRK-1: carriers give numbers out again after months; the new parcel is not the old one. */
@ProductTest
class NumbersGivenAgainTests {

    private static final AtomicLong NUMBERS = new AtomicLong(882_000_000_000L);
    private static final MallId RAINBOW = new MallId(1);
    private static final MallId HANGANG = new MallId(2);

    private final Tracking tracking;
    private final WorldClock clock;
    private final String number = "" + NUMBERS.incrementAndGet();
    private final long firstOrder = NUMBERS.incrementAndGet();
    private Instant delivered = Instant.EPOCH;
    private ShipmentId first;

    @Autowired
    NumbersGivenAgainTests(Tracking tracking, WorldClock clock) {
        this.tracking = tracking;
        this.clock = clock;
    }

    @BeforeEach
    void a_parcel_that_came_a_year_ago() {
        delivered = clock.instant().minus(Duration.ofDays(365));
        first = register(RAINBOW, new OrderId(firstOrder), delivered.minus(Duration.ofDays(2)));
        scan(ShipmentStatus.DELIVERED, delivered);
    }

    private ShipmentId register(MallId mall, OrderId order, Instant at) {
        return ((RegisterAnswer.Registered) answer(mall, order, at)).shipmentId();
    }

    private RegisterAnswer answer(MallId mall, OrderId order, Instant at) {
        return tracking.register(List.of(parcel(mall, number, order, at))).getFirst();
    }

    private static RegisterShipment parcel(MallId mall, String number, OrderId order, Instant at) {
        return new RegisterShipment(
                mall,
                new CarrierId("kr.hanjin"),
                new TrackingNumber(number),
                List.of(new CarriedOrder(order, List.of())),
                at);
    }

    private ScanReceipt scan(ShipmentStatus status, Instant at) {
        return tracking.submit(List.of(new Scan(
                        0, new CarrierId("kr.hanjin"), new TrackingNumber(number), status, null, at, "대전허브", "", null)))
                .join();
    }

    private ShipmentStatus statusOf(ShipmentId shipment) {
        return tracking.states(List.of(shipment)).get(shipment).status();
    }

    @Test
    void TRK_1_after_three_silent_months_a_number_is_a_new_parcels() {
        Instant at = delivered.plus(Duration.ofDays(91));
        ShipmentId second = register(RAINBOW, new OrderId(NUMBERS.incrementAndGet()), at);
        assertThat(second).isNotEqualTo(first);
        assertThat(statusOf(second)).isEqualTo(ShipmentStatus.PENDING);
        assertThat(scan(ShipmentStatus.PICKED_UP, at.plusSeconds(60))).isEqualTo(new ScanReceipt(1, 0, 0));
        assertThat(statusOf(second)).isEqualTo(ShipmentStatus.PICKED_UP);
        assertThat(statusOf(first)).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(tracking.scansOf(first)).hasSize(1);
        assertThat(scan(ShipmentStatus.DELIVERED, delivered)).isEqualTo(new ScanReceipt(0, 0, 1)); // the old one's
        assertThat(tracking.find(RAINBOW, new CarrierId("kr.hanjin"), new TrackingNumber(number)))
                .hasValueSatisfying(found -> assertThat(found.shipmentId()).isEqualTo(second));
    }

    @Test
    void A9_sooner_it_is_still_the_same_parcel_which_takes_no_other_order_in() {
        assertThat(answer(RAINBOW, new OrderId(NUMBERS.incrementAndGet()), delivered.plus(Duration.ofDays(89))))
                .isEqualTo(new RegisterAnswer.Left());
        assertThat(register(RAINBOW, new OrderId(firstOrder), delivered.plus(Duration.ofDays(89))))
                .isEqualTo(first);
    }

    @Test
    void TRK_1_a_registration_told_again_makes_no_second_parcel() {
        assertThat(register(RAINBOW, new OrderId(firstOrder), delivered.plus(Duration.ofDays(300))))
                .isEqualTo(first);
    }

    @Test
    void M2_a_number_that_another_mall_has_is_registered_beside_it() {
        Instant at = delivered.plus(Duration.ofDays(89));
        String free = "" + NUMBERS.incrementAndGet();
        assertThat(tracking.register(List.of(
                        parcel(HANGANG, number, new OrderId(NUMBERS.incrementAndGet()), at),
                        parcel(HANGANG, free, new OrderId(NUMBERS.incrementAndGet()), at))))
                .satisfiesExactly(
                        both -> assertThat(both).isInstanceOf(RegisterAnswer.Registered.class),
                        known -> assertThat(known).isInstanceOf(RegisterAnswer.Registered.class));
        assertThat(tracking.find(HANGANG, new CarrierId("kr.hanjin"), new TrackingNumber(free)))
                .isPresent();
        assertThat(tracking.find(HANGANG, new CarrierId("kr.hanjin"), new TrackingNumber(number)))
                .hasValueSatisfying(found -> assertThat(found.shipmentId()).isNotEqualTo(first));
        assertThat(tracking.find(RAINBOW, new CarrierId("kr.hanjin"), new TrackingNumber(number)))
                .hasValueSatisfying(found -> assertThat(found.shipmentId()).isEqualTo(first));
    }

    @Test
    void TRK_1_it_may_be_another_malls_by_then() {
        Instant at = delivered.plus(Duration.ofDays(91));
        ShipmentId second = register(HANGANG, new OrderId(NUMBERS.incrementAndGet()), at);
        assertThat(second).isNotEqualTo(first);
        scan(ShipmentStatus.RETURNING, at.plusSeconds(60));
        assertThat(statusOf(first)).as("its way had ended").isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(tracking.find(RAINBOW, new CarrierId("kr.hanjin"), new TrackingNumber(number)))
                .hasValueSatisfying(found -> assertThat(found.shipmentId()).isEqualTo(first));
    }
}
