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
import kr.dochak.tracking.corrections.SharedNumbers;
import kr.dochak.tracking.corrections.SharedNumbers.SharedNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** M2: a tracking number is each mall's own. No mall takes it from another, or moves the other's parcel by it. */
@ProductTest
class NumbersOfMallsTests {

    private static final AtomicLong NUMBERS = new AtomicLong(883_000_000_000L);
    private static final CarrierId HANJIN = new CarrierId("kr.hanjin");
    private static final MallId RAINBOW = new MallId(1);
    private static final MallId HANGANG = new MallId(2);

    private final Tracking tracking;
    private final SharedNumbers shared;
    private final TrackingNumber number = new TrackingNumber("" + NUMBERS.incrementAndGet());
    private final Instant now;

    @Autowired
    NumbersOfMallsTests(Tracking tracking, SharedNumbers shared, WorldClock clock) {
        this.tracking = tracking;
        this.shared = shared;
        this.now = clock.instant();
    }

    private ShipmentId register(MallId mall, Instant at) {
        RegisterAnswer answer = tracking.register(List.of(new RegisterShipment(
                        mall,
                        HANJIN,
                        number,
                        List.of(new CarriedOrder(new OrderId(NUMBERS.incrementAndGet()), List.of())),
                        at)))
                .getFirst();
        return ((RegisterAnswer.Registered) answer).shipmentId();
    }

    private ScanReceipt scan(long caller, ShipmentStatus status, Instant at) {
        return tracking.submit(List.of(new Scan(caller, HANJIN, number, status, null, at, "대전허브", "", null)))
                .join();
    }

    private ShipmentStatus statusOf(ShipmentId shipment) {
        return tracking.states(List.of(shipment)).get(shipment).status();
    }

    private List<SharedNumber> sharedOf(MallId mall) {
        return shared.open(mall, 1_000).stream()
                .filter(each -> each.number().equals(number))
                .toList();
    }

    @Test
    void M2_a_carriers_scan_reaches_every_mall_that_has_the_number_and_counts_once() {
        ShipmentId theirs = register(HANGANG, now);
        ShipmentId ours = register(RAINBOW, now);

        assertThat(scan(0, ShipmentStatus.PICKED_UP, now.plusSeconds(60))).isEqualTo(new ScanReceipt(1, 0, 0));
        assertThat(scan(0, ShipmentStatus.PICKED_UP, now.plusSeconds(60))).isEqualTo(new ScanReceipt(0, 1, 0));

        assertThat(statusOf(ours)).isEqualTo(ShipmentStatus.PICKED_UP);
        assertThat(statusOf(theirs)).isEqualTo(ShipmentStatus.PICKED_UP);
        assertThat(tracking.scansOf(ours)).hasSize(1);
        assertThat(tracking.scansOf(theirs)).hasSize(1);
    }

    @Test
    void M2_a_malls_own_key_moves_its_own_parcel_and_not_the_others_with_the_same_number() {
        ShipmentId ours = register(RAINBOW, now);
        ShipmentId theirs = register(HANGANG, now);

        scan(HANGANG.value(), ShipmentStatus.DELIVERED, now.plusSeconds(60));

        assertThat(statusOf(theirs)).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(statusOf(ours)).isEqualTo(ShipmentStatus.PENDING);
    }

    @Test
    void M2_what_waits_for_one_mall_is_not_another_malls_when_that_registers_the_number() {
        scan(HANGANG.value(), ShipmentStatus.DELIVERED, now.plusSeconds(60));
        ShipmentId ours = register(RAINBOW, now);
        scan(HANGANG.value(), ShipmentStatus.RETURNING, now.plusSeconds(90));

        assertThat(statusOf(ours)).isEqualTo(ShipmentStatus.PENDING);
        assertThat(tracking.scansOf(ours)).isEmpty();
    }

    @Test
    void M2_both_malls_see_that_the_number_is_not_theirs_alone_until_each_has_looked() {
        register(HANGANG, now);
        assertThat(sharedOf(HANGANG)).isEmpty();
        register(RAINBOW, now);

        assertThat(sharedOf(HANGANG)).hasSize(1);
        SharedNumber ours = sharedOf(RAINBOW).getFirst();
        assertThat(ours.orders()).hasSize(1);
        assertThat(shared.seen(HANGANG, ours.id(), 7)).as("of another mall").isFalse();
        assertThat(shared.seen(RAINBOW, ours.id(), 7)).isTrue();
        assertThat(sharedOf(RAINBOW)).isEmpty();
        assertThat(sharedOf(HANGANG)).hasSize(1);
    }

    @Test
    void M2_a_parcel_that_is_silent_for_long_keeps_its_number_when_another_mall_registers_it() {
        Instant before = now.minus(Duration.ofDays(120));
        ShipmentId lost = register(RAINBOW, before);
        scan(0, ShipmentStatus.IN_TRANSIT, before.plusSeconds(60));
        register(HANGANG, now);

        scan(0, ShipmentStatus.OUT_FOR_DELIVERY, now.plusSeconds(60));

        assertThat(statusOf(lost)).as("found after all").isEqualTo(ShipmentStatus.OUT_FOR_DELIVERY);
    }
}
