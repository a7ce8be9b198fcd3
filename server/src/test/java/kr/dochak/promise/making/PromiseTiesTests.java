package kr.dochak.promise.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kr.dochak.Parcels;
import kr.dochak.ProductTest;
import kr.dochak.TestDatabase;
import kr.dochak.orders.DeliveryRequest;
import kr.dochak.orders.IntakeResult.Taken;
import kr.dochak.orders.OrderFact.OrderRevised;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.orders.OrderIntake;
import kr.dochak.orders.OrderRequest;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.promise.windows.CalendarRepository;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.CarrierCalendars;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.ShipmentId;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingFact.RegisteredShipment;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** ORD-3: which promise travels in which shipment, in whatever order the facts come. */
@ProductTest
class PromiseTiesTests {

    private static final AtomicLong IDS = new AtomicLong(5_000_000);

    @Autowired
    PromiseMaking making;

    @Autowired
    PromiseTying tying;

    @Autowired
    PromiseRevising revising;

    @Autowired
    PromiseWishing wishing;

    @Autowired
    OrderIntake intake;

    @Autowired
    JsonMapper json;

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

    @Test
    void ORD_3_parts_that_leave_together_share_the_order_out_and_nothing_waits_for_ever() {
        OrderId order = make(3);
        List<ShipmentId> shipments = Parcels.registered(
                tracking,
                List.of(
                        shipment(new CarriedOrder(order, List.of(1))),
                        shipment(new CarriedOrder(order, List.of(2, 3)))));
        world.settle();
        assertThat(shipmentsOf(order)).containsExactlyInAnyOrderElementsOf(shipments);
    }

    @Test
    void ORD_3_a_part_leaves_the_rest_waiting_until_it_leaves_too() {
        OrderId order = make(2);
        ShipmentId first = register(new CarriedOrder(order, List.of(1)));
        assertThat(shipmentsOf(order)).containsExactlyInAnyOrder(first, null);
        ShipmentId second = register(new CarriedOrder(order, List.of(2)));
        assertThat(shipmentsOf(order)).containsExactlyInAnyOrder(first, second);
        ShipmentId extra = register(new CarriedOrder(order, List.of()));
        assertThat(shipmentsOf(order)).containsExactlyInAnyOrder(first, second, extra);
    }

    @Test
    void PRM_2_the_ledger_of_a_part_begins_with_what_was_shown_for_the_whole_order() {
        OrderId order = make(3);
        Window shown = promises.ofOrders(List.of(order)).get(order).getFirst().window();
        tracking.register(List.of(shipment(new CarriedOrder(order, List.of(1)))));
        world.settle();
        assertThat(promises.ofOrders(List.of(order)).get(order))
                .hasSize(2)
                .allSatisfy(part -> assertThat(
                                promises.ledgerOf(part.promiseId()).getFirst().window())
                        .isEqualTo(shown));
    }

    @Test
    void the_same_registration_told_twice_ties_once() {
        OrderId order = make(3);
        ShipmentId shipment = register(new CarriedOrder(order, List.of(1)));
        RegisteredShipment again = new RegisteredShipment(
                shipment,
                new MallId(1),
                new CarrierId("kr.cjlogistics"),
                new TrackingNumber("x"),
                List.of(new CarriedOrder(order, List.of(1))),
                clock.instant());
        tying.attach(List.of(again, again));
        tying.attach(List.of(again));
        assertThat(shipmentsOf(order)).containsExactlyInAnyOrder(shipment, null);
    }

    @Test
    void a_shipment_registered_before_the_promise_is_made_is_tied_when_it_is() {
        OrderId order = new OrderId(IDS.incrementAndGet());
        ShipmentId shipment = register(new CarriedOrder(order, List.of()));
        assertThat(promises.ofOrders(List.of(order))).isEmpty();
        making.make(List.of(placed(order, 1)));
        assertThat(shipmentsOf(order)).containsExactly(shipment);
    }

    @Test
    void facts_about_an_order_that_cross_each_other_still_meet() {
        List<OrderId> orders = LongStream.range(0, 40)
                .mapToObj(i -> new OrderId(IDS.incrementAndGet()))
                .toList();
        List<CompletableFuture<Void>> both = new ArrayList<>();
        for (OrderId order : orders) {
            List<RegisterShipment> wanted = List.of(shipment(new CarriedOrder(order, List.of())));
            both.add(CompletableFuture.runAsync(() -> making.make(List.of(placed(order, 1)))));
            both.add(CompletableFuture.runAsync(() -> tracking.register(wanted)));
        }
        both.forEach(CompletableFuture::join);
        world.settle();
        for (OrderId order : orders) {
            assertThat(shipmentsOf(order)).hasSize(1).doesNotContainNull();
        }
    }

    @Test
    void an_order_revised_before_its_promise_was_made_is_promised_once() {
        PlacedOrder order = placed(new OrderId(IDS.incrementAndGet()), 1);
        revising.revise(new OrderRevised(order, 2, null));
        making.make(List.of(order));
        assertThat(shipmentsOf(order.orderId())).hasSize(1);
    }

    @Test
    void PRM_1_an_order_told_again_after_its_parcel_left_is_not_promised_again() {
        OrderId order = new OrderId(IDS.incrementAndGet());
        making.make(List.of(placed(order, 1)));
        ShipmentId shipment = register(new CarriedOrder(order, List.of()));
        making.make(List.of(placed(order, 1)));
        assertThat(shipmentsOf(order)).containsExactly(shipment);
    }

    @Test
    void two_orders_in_one_shipment_end_together() {
        OrderId one = make(1);
        OrderId two = make(1);
        RegisterShipment together = shipment(new CarriedOrder(one, List.of()), new CarriedOrder(two, List.of()));
        tracking.register(List.of(together));
        world.settle();
        tracking.submit(List.of(new Scan(
                        0,
                        together.carrier(),
                        together.trackingNumber(),
                        ShipmentStatus.DELIVERED,
                        null,
                        clock.instant(),
                        "강남SUB",
                        "",
                        null)))
                .join();
        world.settle();
        for (OrderId order : List.of(one, two)) {
            assertThat(of(order))
                    .singleElement()
                    .satisfies(promise -> assertThat(promise.outcome()).isEqualTo(Outcome.KEPT));
        }
    }

    @Test
    void a_later_day_the_customer_asked_for_becomes_the_promise_and_an_earlier_one_does_not() {
        OrderId order = make(1);
        Instant promised = of(order).getFirst().promised().to();
        wishing.follow(order, request(promised.minus(Duration.ofDays(1))));
        assertThat(promisedTo(order)).isEqualTo(promised);
        Instant later = promised.plus(Duration.ofDays(2));
        wishing.follow(order, request(later));
        assertThat(promisedTo(order)).isEqualTo(Seoul.endOf(Seoul.dateOf(later)));
    }

    @Test
    void ORD_3_an_order_packed_into_a_parcel_that_is_known_already_travels_with_it() {
        OrderId one = make(1);
        OrderId two = make(1);
        RegisterShipment first = shipment(new CarriedOrder(one, List.of()));
        ShipmentId parcel = Parcels.registered(tracking, List.of(first)).getFirst();
        world.settle();
        RegisterShipment more = new RegisterShipment(
                first.tenantId(),
                first.carrier(),
                first.trackingNumber(),
                List.of(new CarriedOrder(one, List.of()), new CarriedOrder(two, List.of())),
                first.registeredAt());
        assertThat(Parcels.registered(tracking, List.of(more, more))).containsExactly(parcel, parcel);
        world.settle();
        assertThat(tracking.ordersOf(List.of(parcel)).get(parcel))
                .extracting(CarriedOrder::orderId)
                .containsExactlyInAnyOrder(one, two);
        assertThat(shipmentsOf(one)).containsExactly(parcel);
        assertThat(shipmentsOf(two)).containsExactly(parcel);
    }

    @Autowired
    CalendarRepository carriers;

    @Test
    void PRM_1_no_carrier_of_the_first_installation_works_at_seollal_or_chuseok() {
        CarrierCalendars calendars = carriers.calendars();
        for (String carrier : List.of("kr.cjlogistics", "kr.hanjin", "kr.lotte", "kr.epost", "kr.logen")) {
            CarrierCalendar calendar = calendars.of(carrier, "인천");
            assertThat(calendar.isOpen(LocalDate.of(2027, 2, 8))).as(carrier).isFalse();
            assertThat(calendar.isOpen(LocalDate.of(2027, 9, 15))).as(carrier).isFalse();
        }
        assertThat(calendars.of("kr.cjlogistics", "인천").isOpen(LocalDate.of(2027, 3, 1)))
                .isTrue();
    }

    @Test
    void the_promise_ledger_is_append_only() {
        OrderId order = make(1);
        PromiseId promise = of(order).getFirst().promiseId();
        assertThat(promises.ledgerOf(promise)).hasSize(1);
        for (String sql : List.of(
                "update promise.ledger set p90 = now() where promise_id = :id",
                "delete from promise.ledger where promise_id = :id")) {
            assertThatThrownBy(() -> jdbc.sql(sql).param("id", promise.value()).update())
                    .hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> TestDatabase.asSuperuser(jdbc)
                            .sql(sql)
                            .param("id", promise.value())
                            .update())
                    .hasMessageContaining("append-only");
        }
    }

    private List<PromiseView> of(OrderId order) {
        return promises.ofOrders(List.of(order)).getOrDefault(order, List.of());
    }

    private static DeliveryRequest request(Instant day) {
        return new DeliveryRequest(DeliveryRequest.Place.DOOR, "", Seoul.dateOf(day));
    }

    private Instant promisedTo(OrderId order) {
        return of(order).getFirst().promised().to();
    }

    private OrderId make(int lines) {
        String items = IntStream.rangeClosed(1, lines)
                .mapToObj("{\"line\":%d,\"name\":\"포트\",\"quantity\":1,\"unitPrice\":20000}"::formatted)
                .collect(Collectors.joining(","));
        String orderNo = "T-" + IDS.incrementAndGet();
        OrderRequest order =
                json.readValue("""
                {"orderNo":"%s","orderedAt":"%s","customer":{"id":"%s","name":"김지민"},
                 "recipient":{"name":"김지민","postcode":"06236","address1":"테헤란로 152"},
                 "items":[%s],"shipFrom":{"area":"인천"}}""".formatted(orderNo, clock.instant(), orderNo, items), OrderRequest.class);
        Taken taken = (Taken) intake.take(new MallId(1), "api", List.of(order)).getFirst();
        world.settle();
        return taken.orderId();
    }

    private PlacedOrder placed(OrderId order, int lines) {
        return new PlacedOrder(
                order,
                new MallId(1),
                "T-" + order,
                new PersonId(order.value()),
                order.value(),
                clock.instant(),
                "인천",
                "서울",
                null,
                20_000,
                lines,
                null);
    }

    private ShipmentId register(CarriedOrder... orders) {
        ShipmentId id = Parcels.registered(tracking, List.of(shipment(orders))).getFirst();
        world.settle();
        return id;
    }

    private RegisterShipment shipment(CarriedOrder... orders) {
        return new RegisterShipment(
                new MallId(1),
                new CarrierId("kr.cjlogistics"),
                new TrackingNumber("5900" + IDS.incrementAndGet()),
                List.of(orders),
                clock.instant());
    }

    private List<ShipmentId> shipmentsOf(OrderId order) {
        List<ShipmentId> ids = new ArrayList<>();
        of(order).forEach(promise -> ids.add(promise.shipmentId()));
        return ids;
    }
}
