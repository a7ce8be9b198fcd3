package kr.dochak.promise.windows;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import kr.dochak.ProductTest;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.promise.PromiseFact.Changed;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.WindowsChanged;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.promise.areas.AreaHealth;
import kr.dochak.promise.areas.AreaStanding;
import kr.dochak.promise.areas.Areas;
import kr.dochak.promise.areas.Recorded;
import kr.dochak.promise.areas.feeds.AreaKind;
import kr.dochak.promise.areas.feeds.AreaLevel;
import kr.dochak.promise.making.PromiseMaking;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Seoul;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.world.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** PRM-1, PRM-4: it will snow in Gangwon, and whoever waits for a parcel there is told before it is late, once. */
@Tag("slow")
@ProductTest
@RecordApplicationEvents
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AreaStoryTests {

    private static final AtomicLong IDS = new AtomicLong(7_300_000);
    private static final AtomicReference<String> SAYS = new AtomicReference<>(Recorded.NO_WEATHER);
    private static final HttpServer SERVICE = service();
    private static final String CARRIER = "kr.cjlogistics";

    @Autowired
    private PromiseMaking making;

    @Autowired
    private Promises promises;

    @Autowired
    private Tracking tracking;

    @Autowired
    private LaneRepository lanes;

    @Autowired
    private Areas areas;

    @Autowired
    private World world;

    @Autowired
    private WorldClock clock;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("dochak.promise.areas.weather.key", () -> "key");
        settings.add("dochak.promise.areas.weather.every", () -> "15m");
        settings.add(
                "dochak.promise.areas.weather.url",
                () -> "http://127.0.0.1:" + SERVICE.getAddress().getPort());
    }

    private static HttpServer service() {
        try {
            HttpServer service = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            service.createContext("/", exchange -> {
                try (exchange) {
                    byte[] body = SAYS.get().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                }
            });
            service.start();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    void close() {
        SERVICE.stop(0);
    }

    @Test
    void PRM_1_a_warning_that_was_learned_to_cost_a_night_moves_windows_before_they_break(ApplicationEvents events) {
        aWinterIsRemembered();
        goTo(10, 0);
        OrderId there = make("강원");
        OrderId elsewhere = make("부산");
        goTo(18, 0);
        scan(List.of(there, elsewhere), ShipmentStatus.PICKED_UP, "인천센터");
        goTo(22, 0);
        scan(List.of(there, elsewhere), ShipmentStatus.IN_TRANSIT, "곤지암HUB");
        goTo(22, 30);
        int shown = shown(there);
        int shownElsewhere = shown(elsewhere);
        Window before = promise(there).window();

        SAYS.set(Recorded.weather(snow(1, 5), snow(1, 5)));
        goTo(23, 0);
        PromiseView moved = promise(there);
        assertThat(Seoul.dateOf(moved.window().p50()))
                .isEqualTo(Seoul.dateOf(before.p50()).plusDays(1));
        assertThat(moved.window().p10()).as("some get through").isEqualTo(before.p10());
        assertThat(moved.window().basis().inEnglish()).contains("SNOW WARNING 강원 (40 deliveries)");
        assertThat(shown(there)).isEqualTo(shown + 1);
        assertThat(shown(elsewhere)).isEqualTo(shownElsewhere);
        assertThat(told(events, moved)).singleElement().satisfies(changed -> {
            assertThat(changed.cause()).isEqualTo(DelayCause.WEATHER);
            assertThat(changed.at()).isBefore(moved.promised().to());
        });
        stands();

        SAYS.set(Recorded.gateway("LIMITED_NUMBER_OF_SERVICE_REQUESTS_EXCEEDS_ERROR", 22));
        goTo(23, 30);
        assertThat(areas.health().getFirst().state()).isEqualTo(AreaHealth.State.TROUBLED);
        assertThat(areas.standing(new MallId(1))).as("no answer ends nothing").isNotEmpty();
        SAYS.set(Recorded.weather(snow(1, 5), snow(3, 6), snow(2, 7)));
        goTo(23, 59);
        assertThat(areas.standing(new MallId(1))).isEmpty();
        assertThat(told(events, moved)).as("told once").hasSize(1);
        assertThat(areas.health().getFirst().state()).isEqualTo(AreaHealth.State.WELL);
    }

    private void stands() {
        AreaStanding standing = areas.standing(new MallId(1)).getFirst();
        assertThat(standing.province()).isEqualTo("강원");
        assertThat(standing.kind()).isEqualTo(AreaKind.SNOW);
        assertThat(standing.level()).isEqualTo(AreaLevel.WARNING);
        assertThat(standing.zones()).isEqualTo(1);
        assertThat(standing.promises()).isPositive();
        assertThat(standing.extra()).isEqualTo(Duration.ofMinutes(560));
        assertThat(standing.seen()).isEqualTo(new AreaStanding.Observed(40, Duration.ofHours(14)));
    }

    /** Parcels to Gangwon took fourteen hours longer when it snowed; learned the next night. */
    private void aWinterIsRemembered() {
        Instant at = clock.instant().minus(Duration.ofDays(2));
        List<LaneRepository.Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Duration usual = Duration.ofHours(19 + i % 5);
            outcomes.add(outcome(usual, at, List.of()));
            outcomes.add(outcome(usual.plusHours(14), at, List.of("COLD:ADVISORY", "SNOW:WARNING")));
        }
        lanes.remember(outcomes);
        world.advance(
                Seoul.instant(Seoul.dateOf(clock.instant()).plusDays(1), LocalTime.of(2, 0)), Duration.ofSeconds(1));
    }

    private static LaneRepository.Outcome outcome(Duration took, Instant at, List<String> warned) {
        return new LaneRepository.Outcome(CARRIER, "인천", "강원", Stage.PICKED_UP, took, at, warned);
    }

    private void goTo(int hour, int minute) {
        world.advance(Seoul.instant(Seoul.dateOf(clock.instant()), LocalTime.of(hour, minute)), Duration.ofSeconds(1));
    }

    private OrderId make(String to) {
        OrderId order = new OrderId(IDS.incrementAndGet());
        making.make(List.of(new PlacedOrder(
                order,
                new MallId(1),
                "A-" + order,
                new PersonId(order.value()),
                order.value(),
                clock.instant(),
                "인천",
                to,
                new CarrierId(CARRIER),
                20_000,
                1,
                null)));
        tracking.register(List.of(new RegisterShipment(
                new MallId(1),
                new CarrierId(CARRIER),
                new TrackingNumber("6300" + order),
                List.of(new CarriedOrder(order, List.of())),
                clock.instant())));
        world.settle();
        return order;
    }

    private void scan(List<OrderId> orders, ShipmentStatus status, String place) {
        tracking.submit(orders.stream()
                        .map(order -> new Scan(
                                0,
                                new CarrierId(CARRIER),
                                new TrackingNumber("6300" + order),
                                status,
                                null,
                                clock.instant(),
                                place,
                                "",
                                null))
                        .toList())
                .join();
        world.settle();
    }

    private PromiseView promise(OrderId order) {
        return promises.ofOrders(List.of(order)).get(order).getFirst();
    }

    private int shown(OrderId order) {
        return promises.ledgerOf(promise(order).promiseId()).size();
    }

    private static List<Changed> told(ApplicationEvents events, PromiseView promise) {
        return events.stream(WindowsChanged.class)
                .flatMap(fact -> fact.changes().stream())
                .filter(changed -> changed.promiseId().equals(promise.promiseId()))
                .toList();
    }

    /** Said this evening for the night. */
    private String snow(int command, int number) {
        long day = Long.parseLong(Seoul.dateOf(clock.instant()).toString().replace("-", ""));
        return Recorded.item("L1020500", "평창군평지", 8, 1, command, day * 10_000 + 2230, number, day * 10_000 + 2300);
    }
}
