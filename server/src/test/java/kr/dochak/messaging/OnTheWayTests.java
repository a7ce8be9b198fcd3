package kr.dochak.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.ProductTest;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.messaging.NoticeFacts.Way;
import kr.dochak.messaging.moves.MoveNotices;
import kr.dochak.messaging.moves.MoveRepository.Waiting;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.promise.PromiseFact.Made;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.TimeWindow;
import kr.dochak.time.Heartbeat;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.Move;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** MSG-4: who carries it, when it leaves, where it is; and who can be reached by nothing at all. */
@ProductTest
class OnTheWayTests {

    private static final AtomicLong IDS = new AtomicLong(9_600_000);
    private static final FakeNhn NHN = start();
    private static final Instant DAY = Instant.parse("2026-12-24T15:00:00Z");

    @Autowired
    Notices notices;

    @Autowired
    KnownOrders orders;

    @Autowired
    MoveNotices moves;

    @Autowired
    Messages messages;

    @Autowired
    Tracking tracking;

    @Autowired
    People people;

    @Autowired
    Heartbeat heartbeat;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    private MallId mall = new MallId(0);
    private OrderId order = new OrderId(0);
    private PersonId person = new PersonId(0);

    private static FakeNhn start() {
        try {
            return new FakeNhn();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @DynamicPropertySource
    static void channels(DynamicPropertyRegistry settings) {
        settings.add("dochak.messaging.nhn.url", NHN::url);
        settings.add("dochak.messaging.nhn.app-key", () -> "app");
        settings.add("dochak.messaging.nhn.secret", () -> "secret");
        settings.add("dochak.messaging.nhn.sender-key", () -> "sender");
        settings.add("dochak.messaging.nhn.sms-sender", () -> "1588-0000");
    }

    @BeforeEach
    void an_own_mall() {
        String code = "way-" + IDS.incrementAndGet();
        jdbc.sql("insert into identity.mall (code, name, created_at) values (:code, '무지개문구', now())")
                .param("code", code)
                .update();
        mall = new MallId(jdbc.sql("select tenant_id from identity.mall where code = :code")
                .param("code", code)
                .query(Long.class)
                .single());
    }

    private void customer(@Nullable String phone) {
        long id = IDS.incrementAndGet();
        order = new OrderId(id);
        person = people.enrol(mall, List.of(new PersonalData("w-" + id, "한지우", phone, null, "ko")))
                .getFirst();
        orders.confirmed(List.of(new PlacedOrder(
                order, mall, "Y-" + id, person, 1, clock.instant(), "인천", "서울", null, 40_000, 1, null)));
    }

    private void promised(@Nullable Way way) {
        Made made = new Made(
                new PromiseId(order.value()),
                order,
                mall,
                person,
                new TimeWindow(DAY.plus(Duration.ofHours(14)), DAY.plus(Duration.ofHours(18))),
                false,
                clock.instant());
        notices.promised(List.of(made), way == null ? Map.of() : Map.of(made.promiseId(), way));
        heartbeat.runDue(clock.instant());
    }

    private String body(NoticeKind kind) {
        return messages.ofOrder(order, "ko").stream()
                .filter(notice -> notice.kind() == kind)
                .findFirst()
                .orElseThrow()
                .body();
    }

    @Test
    void MSG_4_the_confirmation_names_dispatch_arrival_and_carrier() {
        customer("010-2222-0001");
        TimeWindow dispatch = new TimeWindow(DAY.minus(Duration.ofHours(10)), DAY.minus(Duration.ofHours(6)));
        promised(new Way(new CarrierId("kr.hanjin"), dispatch, null, null));

        assertThat(body(NoticeKind.ORDER_CONFIRMED))
                .contains("출고 예정: 12월 24일(목) 오후 2–6시", "택배사: 한진택배", "도착 약속: 12월 25일(금) 오후 2–6시");
    }

    @Test
    void MSG_4_what_is_not_known_yet_is_said_to_come() {
        customer("010-2222-0002");
        promised(new Way(new CarrierId("kr.nonexistent"), null, null, null));

        assertThat(body(NoticeKind.ORDER_CONFIRMED))
                .contains("출고 예정: 준비되는 대로", "택배사: 출고되면 알려 드려요")
                .doesNotContain("kr.nonexistent", "#{");
    }

    @Test
    void MSG_4_under_way_with_place_and_time_and_carrier() {
        customer("010-2222-0003");
        promised(null);
        String number = "OW" + order;
        tracking.register(List.of(new RegisterShipment(
                mall,
                new CarrierId("kr.lotte"),
                new TrackingNumber(number),
                List.of(new CarriedOrder(order, List.of())),
                clock.instant())));
        Instant seen = Instant.parse("2026-12-24T00:12:00Z");
        Move move = new Move(
                IDS.incrementAndGet(),
                tracking.byNumber(mall, new TrackingNumber(number)).getFirst().shipmentId(),
                mall,
                ShipmentStatus.INFO_RECEIVED,
                ShipmentStatus.IN_TRANSIT,
                null,
                "옥천HUB",
                seen,
                clock.instant());
        moves.tell(List.of(new Waiting(order, move)), clock.instant());

        assertThat(body(NoticeKind.SHIPPED)).contains("롯데택배", "옥천HUB · 12월 24일(목) 오전 9:12");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"0504-1234-5678, 1", "-, 1", "02-555-1234, 1", "010-2222-0004, 0"})
    void MSG_1_who_can_be_reached_by_nothing_is_counted(@Nullable String phone, long unreached) {
        customer(phone);
        promised(null);

        assertThat(messages.unreached(mall).customers()).isEqualTo(unreached);
        assertThat(messages.unreachedNotices(mall, 10)).hasSize((int) unreached);
        assertThat(messages.unreached(new MallId(mall.value() + 1)).customers()).isZero();
    }

    @Test
    void MSG_1_whom_every_way_failed_is_counted_and_who_reads_the_inbox_only_is_not() {
        customer("010-2222-0005");
        messages.changeChannels(person, mall, "ko", List.of(), "portal");
        promised(null);
        assertThat(messages.unreached(mall).customers()).isZero();

        customer("010-2222-0006");
        NHN.refuse("01022220006", -1000);
        promised(null);
        for (int i = 0; i < 5; i++) {
            clock.advanceTo(clock.instant().plusSeconds(60));
            heartbeat.runDue(clock.instant());
        }
        assertThat(messages.unreached(mall).customers()).isEqualTo(1);
    }

    @Test
    void INS_1_a_mall_sees_its_own_figures_only() {
        customer("010-2222-0007");
        promised(null);
        MallId other = new MallId(mall.value() + 1_000);

        assertThat(messages.timings(mall)).isNotEmpty();
        assertThat(messages.timings(other)).isEmpty();
        assertThat(messages.deliveryFigures(other).channels())
                .allSatisfy(channel ->
                        assertThat(channel.sent() + channel.waiting()).isZero());
        assertThat(messages.deliveryFigures(mall).channels())
                .anySatisfy(channel -> assertThat(channel.sent()).isPositive());
    }
}
