package kr.dochak.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.ProductTest;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.shared.WorldClock;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.world.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a scan writes of its promise. */
@ProductTest
class ScannedPromiseTests {

    private static final AtomicLong IDS = new AtomicLong(5_600_000);

    @Autowired
    PromiseMaking making;

    @Autowired
    Promises promises;

    @Autowired
    Tracking tracking;

    @Autowired
    World world;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    private final long order = IDS.incrementAndGet();
    private final String number = "5910" + order;

    private record Stored(String place, int version) {}

    @BeforeEach
    void a_parcel_on_its_way() {
        Instant now = clock.instant();
        making.make(
                List.of(new PlacedOrder(order, 1, "S-" + order, order, order, now, "인천", "서울", null, 20_000, 1, null)));
        tracking.register(List.of(
                new RegisterShipment(1, "kr.cjlogistics", number, List.of(new CarriedOrder(order, List.of())), now)));
        world.settle();
        scan(50, ShipmentStatus.PICKED_UP, null, "인천센터");
        scan(40, ShipmentStatus.IN_TRANSIT, null, "대전HUB");
    }

    @Test
    void PRM_2_a_scan_elsewhere_of_a_parcel_on_time_leaves_its_promise_unwritten() {
        Stored before = stored();
        scan(30, ShipmentStatus.IN_TRANSIT, null, "옥천HUB");
        assertThat(stored()).isEqualTo(before);
        assertThat(tracking.ofOrders(List.of(order)).get(order))
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.state().place()).isEqualTo("옥천HUB"));
    }

    @Test
    void PRM_4_a_late_parcel_is_counted_where_it_was_scanned_last() {
        scan(30, ShipmentStatus.EXCEPTION, ScanReason.DAMAGED, "옥천HUB");
        assertThat(stored().place()).isEqualTo("옥천HUB");
        scan(20, ShipmentStatus.EXCEPTION, ScanReason.DAMAGED, "곤지암HUB");
        assertThat(stored().place()).isEqualTo("곤지암HUB");
        PromiseFilter there = new PromiseFilter(PromiseFilter.Show.DELAYED, null, null, null, null, "곤지암HUB");
        assertThat(promises.list(1, there, null, 100).items())
                .extracting(PromiseView::orderId)
                .contains(order);
    }

    private void scan(int minutesAgo, ShipmentStatus status, @Nullable ScanReason reason, String place) {
        Instant at = clock.instant().minus(Duration.ofMinutes(minutesAgo));
        tracking.submit(List.of(new Scan(0, "kr.cjlogistics", number, status, reason, at, place, "", null)))
                .join();
    }

    private Stored stored() {
        return Objects.requireNonNull(jdbc.sql("select place, version from promise.promise where order_id = :order")
                .param("order", order)
                .query((row, n) -> new Stored(row.getString(1), row.getInt(2)))
                .single());
    }
}
