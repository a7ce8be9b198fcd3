package kr.dochak.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.Parcels;
import kr.dochak.ProductTest;
import kr.dochak.database.Sql;
import kr.dochak.live.LiveStreams;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.orders.OrderTopic;
import kr.dochak.promise.making.PromiseMaking;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.RegisterAnswer;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingNumber;
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
    PromiseTimers timers;

    @Autowired
    Tracking tracking;

    @Autowired
    LiveStreams pages;

    @Autowired
    World world;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    private final OrderId order = new OrderId(IDS.incrementAndGet());
    private final String number = "5910" + order;
    private ShipmentId shipment;

    private record Stored(String place, int version) {}

    @BeforeEach
    void a_parcel_on_its_way() {
        order(order);
        shipment = register(order);
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
        PromiseFilter there = new PromiseFilter(PromiseFilter.Show.DELAYED, null, null, null, null, "곤지암HUB", null);
        assertThat(promises.list(new MallId(1), there, null, 100).items())
                .extracting(PromiseView::orderId)
                .contains(order);
    }

    @Test
    void PRM_2_a_hub_between_is_no_news_until_something_else_has_moved_the_promise() {
        assertThat(calm()).isTrue();
        int unlike = forge();
        scan(30, ShipmentStatus.IN_TRANSIT, null, "옥천HUB");
        assertThat(stored().version()).as("nobody looked").isEqualTo(unlike);
        tracking.tellNext(List.of(shipment));
        assertThat(calm()).isFalse();
        scan(20, ShipmentStatus.IN_TRANSIT, null, "곤지암HUB");
        assertThat(stored().version()).as("looked at, and put right").isGreaterThan(unlike);
        assertThat(calm()).isTrue();
        int right = forge();
        scan(10, ShipmentStatus.OUT_FOR_DELIVERY, null, "강남SUB");
        assertThat(stored().version()).as("another status is news").isGreaterThan(right);
    }

    @Test
    void PRM_4_a_parcel_found_late_by_its_timer_is_followed_from_its_next_scan_on() {
        jdbc.sql("""
                update promise.promise
                set promised_from = :day, promised_to = :day, next_check_at = :day, version = version + 1
                where order_id = :order
                """)
                .param("day", Sql.at(clock.instant().minus(Duration.ofDays(2))))
                .param("order", order.value())
                .update();
        timers.tick(clock.instant());
        scan(30, ShipmentStatus.IN_TRANSIT, null, "옥천HUB");
        assertThat(stored().place()).isEqualTo("옥천HUB");
    }

    @Test
    void A9_an_order_that_comes_after_the_parcel_left_is_not_of_it() {
        OrderId other = new OrderId(IDS.incrementAndGet());
        order(other);
        assertThat(tracking.register(List.of(parcel(other)))).containsExactly(new RegisterAnswer.Left());
        assertThat(calm()).as("its promises have all been looked at").isTrue();
        assertThat(tracking.ofOrders(List.of(other))).isEmpty();
    }

    @Test
    void PRM_2_open_pages_hear_of_every_scan() {
        List<String> heard = new CopyOnWriteArrayList<>();
        Runnable stop = pages.listen(OrderTopic.of(order), () -> heard.add("changed"));
        scan(30, ShipmentStatus.IN_TRANSIT, null, "옥천HUB");
        scan(27, ShipmentStatus.IN_TRANSIT, null, "대전HUB");
        scan(25, ShipmentStatus.IN_TRANSIT, null, "청주HUB");
        assertThat(heard).as("of such that are no news to its promise").hasSizeGreaterThanOrEqualTo(3);
        stop.run();
        int before = heard.size();
        scan(20, ShipmentStatus.IN_TRANSIT, null, "곤지암HUB");
        assertThat(heard)
                .as("the confirmation of the order may have been heard too")
                .hasSize(before);
    }

    private void order(OrderId id) {
        making.make(List.of(new PlacedOrder(
                id,
                new MallId(1),
                "S-" + id,
                new PersonId(id.value()),
                id.value(),
                clock.instant(),
                "인천",
                "서울",
                null,
                20_000,
                1,
                null)));
    }

    private ShipmentId register(OrderId id) {
        ShipmentId registered =
                Parcels.registered(tracking, List.of(parcel(id))).getFirst();
        world.settle();
        return registered;
    }

    private RegisterShipment parcel(OrderId id) {
        return new RegisterShipment(
                new MallId(1),
                new CarrierId("kr.cjlogistics"),
                new TrackingNumber(number),
                List.of(new CarriedOrder(id, List.of())),
                clock.instant());
    }

    /** A promise that no look would leave as it is; its version tells whether there was one. */
    private int forge() {
        return jdbc.sql("""
                update promise.promise set p10 = p10 - interval '9 hours' where order_id = :order returning version
                """).param("order", order.value()).query(Integer.class).single();
    }

    private boolean calm() {
        return jdbc.sql("select coalesce(calm_until > :now, false) from tracking.shipment where id = :id")
                .param("now", Sql.at(clock.instant()))
                .param("id", shipment.value())
                .query(Boolean.class)
                .single();
    }

    private void scan(int minutesAgo, ShipmentStatus status, @Nullable ScanReason reason, String place) {
        Instant at = clock.instant().minus(Duration.ofMinutes(minutesAgo));
        tracking.submit(List.of(new Scan(
                        0,
                        new CarrierId("kr.cjlogistics"),
                        new TrackingNumber(number),
                        status,
                        reason,
                        at,
                        place,
                        "",
                        null)))
                .join();
    }

    private Stored stored() {
        return Objects.requireNonNull(jdbc.sql("select place, version from promise.promise where order_id = :order")
                .param("order", order.value())
                .query((row, n) -> new Stored(row.getString(1), row.getInt(2)))
                .single());
    }
}
