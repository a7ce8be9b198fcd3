package kr.dochak.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.Parcels;
import kr.dochak.ProductTest;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** TRK-2: scans of shipments nobody has told us of wait, however they come. */
@ProductTest
class ParkingTests {

    private static final AtomicLong NUMBERS = new AtomicLong(881_000_000_000L);

    private final Tracking tracking;
    private final World world;
    private final WorldClock clock;
    private final JdbcClient jdbc;
    private final String number = "" + NUMBERS.incrementAndGet();

    @Autowired
    ParkingTests(Tracking tracking, World world, WorldClock clock, JdbcClient jdbc) {
        this.tracking = tracking;
        this.world = world;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Test
    void TRK_2_a_scan_that_comes_twice_at_once_is_parked_once_and_applied_once() {
        Scan scan = new Scan(
                0,
                new CarrierId("kr.cjlogistics"),
                new TrackingNumber(number),
                ShipmentStatus.PICKED_UP,
                null,
                clock.instant().minusSeconds(60),
                "인천센터",
                "집화처리",
                null);
        assertThat(tracking.submit(List.of(scan, scan)).join()).isEqualTo(new ScanReceipt(0, 0, 2));
        assertThat(tracking.submit(List.of(scan)).join()).isEqualTo(new ScanReceipt(0, 0, 1));
        assertThat(jdbc.sql("select count(*) from tracking.parked_scan where tracking_number = :number")
                        .param("number", number)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        ShipmentId id = Parcels.registered(
                        tracking,
                        List.of(new RegisterShipment(
                                new MallId(1),
                                new CarrierId("kr.cjlogistics"),
                                new TrackingNumber(number),
                                List.of(new CarriedOrder(new OrderId(7), List.of())),
                                clock.instant())))
                .getFirst();
        world.settle();
        assertThat(tracking.scansOf(id)).hasSize(1);
        assertThat(tracking.states(List.of(id)).values())
                .singleElement()
                .satisfies(state -> assertThat(state.status()).isEqualTo(ShipmentStatus.PICKED_UP));
    }
}
