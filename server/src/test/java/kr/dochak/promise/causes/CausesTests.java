package kr.dochak.promise.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.Parcels;
import kr.dochak.ProductTest;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFilter;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.promise.making.PromiseMaking;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.world.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PRM-4 with scans of a database: the cause of a late promise, its revision, and the situation on the board. */
@ProductTest
class CausesTests {

    private static final AtomicLong IDS = new AtomicLong(5_700_000);
    private static final MallId MALL = new MallId(1);

    @Autowired
    PromiseMaking making;

    @Autowired
    Promises promises;

    @Autowired
    Situations situations;

    @Autowired
    SituationWatch watch;

    @Autowired
    SituationRepository repository;

    @Autowired
    Tracking tracking;

    @Autowired
    World world;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void PRM_4_a_parcel_that_has_left_the_hub_is_late_because_of_it_and_not_of_where_it_is() {
        OrderId order = late();
        scan(order, 120, ShipmentStatus.PICKED_UP, null, "인천SUB");
        scan(order, 118, ShipmentStatus.IN_TRANSIT, null, "인천SUB");
        scan(order, 116, ShipmentStatus.IN_TRANSIT, null, "옥천HUB");
        scan(order, 50, ShipmentStatus.IN_TRANSIT, null, "옥천HUB");
        scan(order, 47, ShipmentStatus.IN_TRANSIT, null, "강남SUB");
        scan(order, 45, ShipmentStatus.OUT_FOR_DELIVERY, null, "강남SUB");
        PromiseView.DelayFound delay = delay(order);
        assertThat(delay.cause()).isEqualTo(DelayCause.HUB_BACKLOG);
        assertThat(delay.lost()).isNotNull();
        assertThat(delay.lost().place()).isEqualTo("옥천HUB");
        assertThat(delay.lost().length(clock.instant())).isEqualTo(Duration.ofHours(66));
    }

    @Test
    void PRM_4_a_cause_is_revised_while_the_parcel_moves_and_every_one_is_kept() {
        OrderId order = late();
        scan(order, 120, ShipmentStatus.PICKED_UP, null, "인천SUB");
        scan(order, 118, ShipmentStatus.IN_TRANSIT, null, "인천SUB");
        scan(order, 116, ShipmentStatus.IN_TRANSIT, null, "옥천HUB");
        scan(order, 80, ShipmentStatus.IN_TRANSIT, null, "옥천HUB");
        Instant found = delay(order).foundAt();
        scan(order, 2, ShipmentStatus.IN_TRANSIT, null, "강남SUB");
        assertThat(delay(order).cause()).isEqualTo(DelayCause.LINE_HAUL);
        assertThat(delay(order).foundAt()).as("found once").isEqualTo(found);
        assertThat(jdbc.sql("""
                select c.cause from promise.cause_found c join promise.promise p on p.id = c.promise_id
                where p.order_id = :order order by c.id
                """)
                        .param("order", order.value())
                        .query(String.class)
                        .list())
                .endsWith("LINE_HAUL")
                .hasSizeGreaterThan(1);
    }

    @Test
    void PRM_4_wrong_sorting_absence_and_refusal_are_causes_of_their_own() {
        OrderId missorted = late();
        way(missorted);
        scan(missorted, 108, ShipmentStatus.IN_TRANSIT, ScanReason.MISSORTED, "군포터미널");
        assertThat(delay(missorted).cause()).isEqualTo(DelayCause.MISSORTED);
        OrderId absent = late();
        way(absent);
        scan(absent, 100, ShipmentStatus.OUT_FOR_DELIVERY, null, "강남SUB");
        scan(absent, 96, ShipmentStatus.ATTEMPT_FAIL, ScanReason.RECIPIENT_ABSENT, "강남SUB");
        assertThat(delay(absent).cause()).isEqualTo(DelayCause.ABSENCE);
        OrderId refused = late();
        way(refused);
        scan(refused, 100, ShipmentStatus.OUT_FOR_DELIVERY, null, "강남SUB");
        scan(refused, 96, ShipmentStatus.ATTEMPT_FAIL, ScanReason.REFUSED, "강남SUB");
        assertThat(delay(refused).cause()).isEqualTo(DelayCause.REFUSED);
    }

    @Test
    void PRM_4_silence_after_a_hub_is_of_the_truck_and_not_of_the_carriers_data() {
        OrderId order = late();
        way(order);
        assertThat(delay(order).cause()).isEqualTo(DelayCause.LINE_HAUL);
        assertThat(delay(order).lost()).isNotNull();
        assertThat(delay(order).lost().until()).isNull();
    }

    @Test
    void INS_1_many_at_one_hub_are_one_line_of_the_board_with_the_promises_behind_it() {
        String hub = "의왕HUB" + IDS.incrementAndGet();
        List<OrderId> orders = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            OrderId order = late();
            scan(order, 120, ShipmentStatus.PICKED_UP, null, "인천SUB");
            scan(order, 118, ShipmentStatus.IN_TRANSIT, null, "인천SUB");
            scan(order, 116, ShipmentStatus.IN_TRANSIT, null, hub);
            orders.add(order);
        }
        watch.tick(clock.instant());
        List<Situation> there = situations.of(MALL, 500).stream()
                .filter(each -> each.place().equals(hub))
                .toList();
        assertThat(there).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(Situation.Kind.HUB);
            assertThat(each.promises()).isEqualTo(24);
            assertThat(each.spent()).isEqualTo(Duration.ofHours(116));
            assertThat(each.share()).as("of what could be late by it").isBetween(.001, 1.0);
            assertThat(each.endedAt()).isNull();
        });
        PromiseFilter behind = new PromiseFilter(
                PromiseFilter.Show.OPEN,
                null,
                null,
                null,
                null,
                null,
                there.getFirst().id());
        assertThat(promises.list(MALL, behind, null, 100).items())
                .extracting(PromiseView::orderId)
                .containsExactlyInAnyOrderElementsOf(orders);
        jdbc.sql("update promise.promise set state = 'VOID', settled_at = now() where order_id = any(:ids)")
                .param("ids", orders.stream().map(OrderId::value).toArray(Long[]::new))
                .update();
        Instant end = clock.instant();
        watch.tick(end);
        long id = there.getFirst().id();
        assertThat(situations.one(MALL, id)).hasValueSatisfying(each -> {
            assertThat(each.endedAt()).isEqualTo(end.truncatedTo(ChronoUnit.MICROS));
            assertThat(each.promises())
                    .as("what was behind it stays to be read")
                    .isEqualTo(24);
        });
        assertThat(situations.one(new MallId(2), id)).as("another mall's").isEmpty();
        assertThat(situations.ended(MALL, null, 1).items())
                .singleElement()
                .satisfies(each ->
                        assertThat(each).isEqualTo(situations.one(MALL, id).orElseThrow()));
        assertThat(situations.ended(new MallId(2), null, 500).items())
                .as("another mall's")
                .noneMatch(each -> each.id() == id);
        assertThat(situations.one(MALL, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void INS_1_situations_that_are_over_are_read_page_by_page_and_those_that_stand_are_not_among_them() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            OrderId order = late();
            way(order);
            long promise = promises.ofOrders(List.of(order))
                    .get(order)
                    .getFirst()
                    .promiseId()
                    .value();
            Factor hub = new Factor(Situation.Kind.HUB, 0, "kr.cjlogistics", "안성HUB" + IDS.incrementAndGet(), "");
            long id = repository.begin(hub, DelayCause.HUB_BACKLOG, clock.instant());
            jdbc.sql("delete from promise.situation_promise where promise_id = :promise")
                    .param("promise", promise)
                    .update();
            jdbc.sql("insert into promise.situation_promise (promise_id, situation_id) values (:promise, :id)")
                    .param("promise", promise)
                    .param("id", id)
                    .update();
            ids.add(id);
        }
        repository.end(ids.subList(0, 3), clock.instant());
        var first = situations.ended(MALL, null, 2);
        assertThat(first.items()).extracting(Situation::id).containsExactly(ids.get(2), ids.get(1));
        assertThat(situations.ended(MALL, first.next(), 500).items())
                .extracting(Situation::id)
                .startsWith(ids.get(0))
                .doesNotContain(ids.get(3));
        repository.end(ids.subList(3, 4), clock.instant());
    }

    @Test
    void PRM_4_a_hubs_situation_that_turns_out_to_be_its_carriers_is_the_same_one() {
        String carrier = "kr.carrier" + IDS.incrementAndGet();
        Factor hub = new Factor(Situation.Kind.HUB, 0, carrier, "의왕HUB", "");
        long id = repository.begin(hub, DelayCause.HUB_BACKLOG, clock.instant());
        repository.widen(id, Factor.carrier(carrier));
        assertThat(repository.standing())
                .containsEntry(Factor.carrier(carrier), id)
                .doesNotContainKey(hub);
        repository.end(List.of(id), clock.instant());
    }

    private void way(OrderId order) {
        scan(order, 120, ShipmentStatus.PICKED_UP, null, "인천SUB");
        scan(order, 118, ShipmentStatus.IN_TRANSIT, null, "인천SUB");
        scan(order, 116, ShipmentStatus.IN_TRANSIT, null, "옥천HUB");
        scan(order, 112, ShipmentStatus.IN_TRANSIT, null, "옥천HUB");
    }

    /** An order of five days ago whose parcel was labelled an hour later. */
    private OrderId late() {
        OrderId order = new OrderId(IDS.incrementAndGet());
        Instant then = clock.instant().minus(Duration.ofHours(121));
        order(order, then.minus(Duration.ofHours(1)));
        Parcels.registered(
                tracking,
                List.of(new RegisterShipment(
                        MALL,
                        new CarrierId("kr.cjlogistics"),
                        new TrackingNumber(number(order)),
                        List.of(new CarriedOrder(order, List.of())),
                        then)));
        world.settle();
        return order;
    }

    private void order(OrderId id, Instant confirmed) {
        making.make(List.of(new PlacedOrder(
                id,
                MALL,
                "C-" + id,
                new PersonId(id.value()),
                id.value(),
                confirmed,
                "인천",
                "서울",
                null,
                20_000,
                1,
                null)));
    }

    private static String number(OrderId order) {
        return "5920" + order;
    }

    private void scan(OrderId order, int hoursAgo, ShipmentStatus status, @Nullable ScanReason reason, String place) {
        Instant at = clock.instant().minus(Duration.ofHours(hoursAgo));
        tracking.submit(List.of(new Scan(
                        0,
                        new CarrierId("kr.cjlogistics"),
                        new TrackingNumber(number(order)),
                        status,
                        reason,
                        at,
                        place,
                        "",
                        null)))
                .join();
    }

    private PromiseView.DelayFound delay(OrderId order) {
        PromiseView promise = promises.ofOrders(List.of(order)).get(order).getFirst();
        return Objects.requireNonNull(promise.delay());
    }
}
