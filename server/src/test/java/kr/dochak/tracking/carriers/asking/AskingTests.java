package kr.dochak.tracking.carriers.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.Http;
import kr.dochak.Parcels;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import kr.dochak.connections.ConnectionDesk;
import kr.dochak.connections.ConnectionOutcome;
import kr.dochak.connections.ConnectionTrials;
import kr.dochak.identity.StaffFixture;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.time.Heartbeat;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.ScanView;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.carriers.Recorded;
import kr.dochak.tracking.carriers.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** TRK-1, TRK-5 with the whole product and carriers that behave and misbehave. */
@ProductTest
class AskingTests {

    private static final FakeCarriers carriers = new FakeCarriers();
    private static final AtomicLong numbers = new AtomicLong(61_000_000_000L);

    @Autowired
    private Tracking tracking;

    @Autowired
    private Heartbeat heartbeat;

    @Autowired
    private WorldClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    @DynamicPropertySource
    static void routes(DynamicPropertyRegistry settings) {
        settings.add("dochak.carriers.cj.on", () -> true);
        settings.add("dochak.carriers.cj.url", () -> carriers.url("cj"));
        settings.add("dochak.carriers.cj.per-minute", () -> 200);
        settings.add("dochak.carriers.hanjin.on", () -> true);
        settings.add("dochak.carriers.hanjin.url", () -> carriers.url("hanjin"));
        settings.add("dochak.carriers.sweettracker.key", () -> "key");
        settings.add("dochak.carriers.sweettracker.url", () -> carriers.url("sweettracker"));
        settings.add("dochak.carriers.sweettracker.push", () -> true);
        settings.add("dochak.carriers.tracker-delivery.key", () -> "id:secret");
        settings.add("dochak.carriers.tracker-delivery.url", () -> carriers.url("tracker-delivery"));
        settings.add("dochak.carriers.tracker-delivery.push", () -> true);
        settings.add("dochak.carriers.public-url", () -> "https://dochak.example");
        settings.add("dochak.carriers.hook-secret", () -> "only-we-two-know-this");
        settings.add("dochak.carriers.before-retry", () -> "1ms");
    }

    @AfterEach
    void everybody_is_well_again() {
        List.of("cj", "hanjin", "sweettracker", "tracker-delivery").forEach(source -> carriers.down(source, 0));
        after(Duration.ofMinutes(3));
    }

    private void after(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
        heartbeat.runDue(clock.instant());
    }

    private void until(String moment) {
        clock.advanceTo(Instant.parse(moment));
        heartbeat.runDue(clock.instant());
    }

    private static String number() {
        return "" + numbers.incrementAndGet() + "0";
    }

    private ShipmentId shipment(String carrier, String number) {
        Instant handedOver = Instant.parse("2026-11-23T08:00:00Z");
        return Parcels.registered(
                        tracking,
                        List.of(new RegisterShipment(
                                new MallId(1),
                                new CarrierId(carrier),
                                new TrackingNumber(number),
                                List.of(),
                                handedOver)))
                .getFirst();
    }

    private String status(ShipmentId shipment) {
        return tracking.states(List.of(shipment)).get(shipment).status().name();
    }

    private long watched(String number) {
        return jdbc.sql("select count(*) from tracking.watch where tracking_number = :number")
                .param("number", number)
                .query(Long.class)
                .single();
    }

    private List<String> scans(ShipmentId shipment) {
        return tracking.scansOf(shipment).stream()
                .map(ScanView::status)
                .map(Enum::name)
                .toList();
    }

    @Test
    void TRK_1_complaint_8_a_parcel_CJ_says_is_delivered_is_delivered_and_asked_about_no_more() {
        until("2026-11-24T07:00:00Z");
        String number = number();
        ShipmentId shipment = new ShipmentId((shipment("kr.cjlogistics", number)).value());
        carriers.says("cj", number, Recorded.CJ);

        after(Duration.ofMinutes(31));

        assertThat(status(new ShipmentId(shipment.value()))).isEqualTo("DELIVERED");
        assertThat(scans(shipment)).containsExactly("DELIVERED", "OUT_FOR_DELIVERY", "IN_TRANSIT", "PICKED_UP");
        assertThat(watched(number)).isZero();
        assertThat(jdbc.sql("select body from tracking.raw_answer where tracking_number = :number")
                        .param("number", number)
                        .query(String.class)
                        .single())
                .contains("91")
                .doesNotContain("홍길동", "2345-6789", "김*민");
    }

    @Test
    void complaint_1_a_hub_scan_that_comes_after_the_delivery_undoes_nothing() {
        until("2026-11-24T07:00:00Z");
        String number = number();
        ShipmentId shipment = new ShipmentId((shipment("kr.cjlogistics", number)).value());
        carriers.says("cj", number, Recorded.CJ);
        after(Duration.ofMinutes(31));

        assertThat(new Http(environment, TestKeys.CARRIER)
                        .post("/api/v1/scans", """
                                {"carrier":"kr.cjlogistics","trackingNumber":"%s","occurredAt":"2026-11-24T16:00:00+09:00",
                                 "status":"IN_TRANSIT","place":"부산TML"}""".formatted(number))
                        .status())
                .isEqualTo(200);
        assertThat(status(new ShipmentId(shipment.value()))).isEqualTo("DELIVERED");
        assertThat(scans(shipment)).hasSize(5);
    }

    @Test
    void TRK_5_complaint_5_while_CJ_keeps_us_out_the_aggregator_is_asked_and_nothing_is_lost_afterwards() {
        until("2026-11-24T07:00:00Z");
        String number = number();
        ShipmentId shipment = new ShipmentId((shipment("kr.cjlogistics", number)).value());
        carriers.says("cj", number, Recorded.CJ);
        carriers.says("sweettracker", number, Recorded.SWEETTRACKER);
        carriers.down("cj", 403);

        after(Duration.ofMinutes(31));
        assertThat(status(new ShipmentId(shipment.value()))).isEqualTo("OUT_FOR_DELIVERY");
        assertThat(jdbc.sql("select count(*) from tracking.route_call where source = 'cj' and outcome = 'BLOCKED'")
                        .query(Long.class)
                        .single())
                .isPositive();

        carriers.down("cj", 0);
        after(Duration.ofHours(6));
        assertThat(status(new ShipmentId(shipment.value()))).isEqualTo("DELIVERED");
        assertThat(scans(shipment)).as("each event once, by whichever route").hasSize(4);
    }

    @Test
    void TRK_5_when_nobody_answers_the_last_confirmed_fact_stays_and_all_of_it_comes_later() {
        until("2026-11-24T07:00:00Z");
        String number = number();
        ShipmentId shipment = new ShipmentId((shipment("kr.cjlogistics", number)).value());
        carriers.says("cj", number, Recorded.CJ);
        List.of("cj", "sweettracker", "tracker-delivery").forEach(source -> carriers.down(source, 502));

        for (int i = 0; i < 6; i++) {
            after(Duration.ofMinutes(31));
        }
        assertThat(status(new ShipmentId(shipment.value()))).isEqualTo("PENDING");
        assertThat(watched(number)).isEqualTo(1);

        List.of("cj", "sweettracker", "tracker-delivery").forEach(source -> carriers.down(source, 0));
        after(Duration.ofMinutes(90));
        after(Duration.ofMinutes(90));
        assertThat(scans(shipment)).hasSize(4);
    }

    @Test
    void complaint_4_Hanjins_hidden_queue_is_waited_out() {
        until("2026-11-24T07:00:00Z");
        String number = number();
        ShipmentId shipment = shipment("kr.hanjin", number);
        carriers.says("hanjin", number, Recorded.HANJIN_QUEUE);
        after(Duration.ofMinutes(31));
        assertThat(status(shipment)).isEqualTo("PENDING");

        carriers.says("hanjin", number, Recorded.HANJIN);
        after(Duration.ofHours(7));
        assertThat(status(shipment)).isEqualTo("DELIVERED");
    }

    @Test
    void complaint_3_a_carrier_that_tells_the_same_for_a_day_does_not_keep_a_delivery_from_us() {
        until("2026-11-24T07:00:00Z");
        String number = number();
        ShipmentId shipment = shipment("kr.cjlogistics", number);
        String stale = Recorded.CJ
                        .substring(0, Recorded.CJ.indexOf("{\"crgNm\":\"배송지역으로"))
                        .stripTrailing()
                        .replaceFirst(",$", "")
                + "]}}";
        carriers.says("cj", number, stale);
        carriers.says(
                "sweettracker",
                number,
                Recorded.SWEETTRACKER
                        .replace("배송출발", "배송완료")
                        .replace("\"level\":5,\"manName", "\"level\":6,\"manName"));

        after(Duration.ofMinutes(31));
        assertThat(status(shipment)).isEqualTo("PICKED_UP");
        after(Duration.ofHours(7));
        after(Duration.ofHours(7));
        assertThat(status(shipment)).isEqualTo("DELIVERED");
    }

    @Test
    void complaint_11_a_number_registered_twice_is_one_shipment_and_asked_about_once() {
        until("2026-11-24T07:00:00Z");
        String number = number();
        carriers.says("cj", number, Recorded.CJ);
        assertThat(shipment("kr.cjlogistics", number)).isEqualTo(shipment("kr.cjlogistics", number));

        assertThat(watched(number)).isEqualTo(1);
        after(Duration.ofMinutes(31));
        assertThat(carriers.times("cj", number)).isEqualTo(1);
    }

    @Test
    void complaint_12_a_number_another_carrier_knows_is_pointed_out_and_moves_nothing() {
        until("2026-11-24T07:00:00Z");
        String number = number();
        ShipmentId shipment = shipment("kr.hanjin", number);
        carriers.says("cj", number, Recorded.CJ);

        for (int i = 0; i < 4; i++) {
            after(Duration.ofMinutes(90));
        }

        assertThat(jdbc.sql("select likely_carrier from tracking.watch where shipment_id = :id")
                        .param("id", shipment.value())
                        .query(String.class)
                        .single())
                .isEqualTo("kr.cjlogistics");
        assertThat(status(shipment)).isEqualTo("PENDING");
    }

    @Test
    void TRK_3_an_unknown_code_keeps_the_state_and_waits_for_somebody_with_its_text() {
        until("2026-11-24T07:00:00Z");
        String number = number();
        ShipmentId shipment = shipment("kr.cjlogistics", number);
        carriers.says("cj", number, Recorded.CJ.replace("\"crgSt\":\"91\"", "\"crgSt\":\"57\""));

        after(Duration.ofMinutes(31));

        assertThat(status(shipment)).isEqualTo("OUT_FOR_DELIVERY");
        assertThat(jdbc.sql("select text from tracking.unknown_code where source = 'cj' and code = '57'")
                        .query(String.class)
                        .single())
                .contains("배송완료 되었습니다")
                .doesNotContain("홍길동");
    }

    @Test
    void TRK_1_tracker_delivery_is_answered_at_once_and_the_parcel_asked_about_at_the_next_beat() {
        until("2026-11-24T07:00:00Z");
        String number = number();
        ShipmentId shipment = shipment("kr.cjlogistics", number);
        carriers.says("cj", number, Recorded.CJ);
        Http outside = new Http(environment, "");
        String ids = "{\"carrierId\":\"kr.cjlogistics\",\"trackingNumber\":\"%s\"}".formatted(number);

        assertThat(outside.post("/hooks/tracker-delivery/guessed", ids).status())
                .isEqualTo(401);
        assertThat(outside.post("/hooks/tracker-delivery/only-we-two-know-this", ids)
                        .status())
                .isEqualTo(202);
        assertThat(status(shipment)).isEqualTo("PENDING");
        after(Duration.ofSeconds(2));

        assertThat(status(shipment)).isEqualTo("DELIVERED");
    }

    @Test
    void TRK_1_a_call_back_ends_after_two_days_and_is_asked_for_again_in_time() {
        until("2026-11-24T07:00:00Z");
        String number = number();
        shipment("kr.cjlogistics", number);
        after(Duration.ofSeconds(6));
        assertThat(registrations(number)).isEqualTo(1);
        assertThat(carriers.registered.stream()
                        .filter(each -> each.contains(number))
                        .findFirst()
                        .orElseThrow())
                .contains("https://dochak.example/hooks/tracker-delivery/only-we-two-know-this");

        after(Duration.ofHours(40));
        assertThat(registrations(number)).isEqualTo(1);
        after(Duration.ofHours(2));
        assertThat(registrations(number)).isEqualTo(2);
    }

    private long registrations(String number) {
        return carriers.registered.stream()
                .filter(each -> each.contains(number))
                .count();
    }

    @Test
    void TRK_1_Sweettracker_is_asked_to_call_back_and_asked_again_every_week() {
        until("2026-11-24T07:00:00Z");
        String number = number();
        shipment("kr.hanjin", number);
        after(Duration.ofSeconds(6));

        assertThat(added(number)).isEqualTo(1);
        assertThat(carriers.added.stream()
                        .filter(each -> each.contains(number))
                        .findFirst()
                        .orElseThrow())
                .contains(
                        "/add_invoice",
                        "num=" + number,
                        "code=05",
                        "fid=kr.hanjin%3A" + number,
                        "callback_url=https%3A%2F%2Fdochak.example%2Fhooks%2Fsweettracker",
                        "callback_type=json",
                        "key=key");
        after(Duration.ofDays(6));
        assertThat(added(number)).isEqualTo(1);
        after(Duration.ofHours(19));
        assertThat(added(number)).isEqualTo(2);
    }

    @Test
    void TRK_1_a_call_back_Sweettracker_cannot_take_now_is_asked_for_again_and_one_it_never_takes_is_not() {
        until("2026-11-24T07:00:00Z");
        String later = number();
        String never = number();
        carriers.refuses(later, "99");
        carriers.refuses(never, "2");
        shipment("kr.hanjin", later);
        shipment("kr.hanjin", never);
        after(Duration.ofSeconds(6));
        assertThat(jdbc.sql(
                                "select last_what from tracking.route_call where source = 'sweettracker' and outcome = 'BROKEN'"
                                        + " order by last_at desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("add_invoice-99");

        carriers.refuses(later, "");
        after(Duration.ofMinutes(11));
        after(Duration.ofMinutes(11));

        assertThat(added(later)).isEqualTo(2);
        assertThat(added(never)).isEqualTo(1);
    }

    private long added(String number) {
        return carriers.added.stream().filter(each -> each.contains(number)).count();
    }

    @Test
    void TRK_1_Sweettracker_hears_success_once_the_scan_is_committed() {
        until("2026-11-24T07:00:00Z");
        String number = number();
        ShipmentId shipment = shipment("kr.cjlogistics", number);
        Http outside = new Http(environment, "");
        String event = """
                {"secret_value":"%s","fid":"kr.cjlogistics:%s","invoice_no":"%s","level":"5","time_trans":"2026-11-24 09:02:00",
                 "where":"부산해운대","telno_man":"010-2345-6789","details":"배송출발","man":"홍길동","recv_name":"김지민"}""";

        var refused = outside.post("/hooks/sweettracker", event.formatted("guessed", number, number));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body().path("code").asBoolean(true)).isFalse();
        var taken = outside.post("/hooks/sweettracker", event.formatted("only-we-two-know-this", number, number));
        assertThat(taken.text()).isEqualTo("{\"code\":true,\"message\":\"success\"}");
        assertThat(status(shipment)).isEqualTo("OUT_FOR_DELIVERY");
        assertThat(jdbc.sql("select body from tracking.raw_answer where tracking_number = :number and pushed")
                        .param("number", number)
                        .query(String.class)
                        .single())
                .doesNotContain("홍길동", "김지민", "2345-6789", "only-we-two");

        var form = outside.send(
                "POST",
                "/hooks/sweettracker",
                ("secret_value=only-we-two-know-this&fid=kr.cjlogistics:" + number + "&invoice_no=" + number
                                + "&level=6&time_trans=2026-11-24+15:41:37&where=x&details=")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                request -> request.setHeader("Content-Type", "application/x-www-form-urlencoded"));
        assertThat(form.text()).isEqualTo("{\"code\":true,\"message\":\"success\"}");
        assertThat(status(shipment)).isEqualTo("DELIVERED");
    }

    @Autowired
    private ConnectionDesk connections;

    @Autowired
    private CarrierTrials trials;

    @Autowired
    private Routes routes;

    private void fill(String connection, Map<String, String> typed) {
        StaffMember admin = StaffFixture.of(jdbc, "admin@dochak.example");
        assertThat(connections.change(connection, new ConnectionDesk.Wish(typed, "시험", Long.MAX_VALUE), admin))
                .isInstanceOf(ConnectionOutcome.Changed.class);
    }

    private void asInstalled(String connection) {
        StaffMember admin = StaffFixture.of(jdbc, "admin@dochak.example");
        connections.reset(connection, new ConnectionDesk.Wish(Map.of(), "시험 끝", Long.MAX_VALUE), admin);
    }

    @Test
    void SET_1_a_carrier_switched_off_on_its_page_is_asked_no_more_and_switched_on_again() {
        until("2026-11-24T07:00:00Z");
        fill("cj", Map.of("per-minute", "200"));
        String number = number();
        shipment("kr.cjlogistics", number);
        carriers.says("cj", number, Recorded.CJ);

        after(Duration.ofMinutes(31));
        assertThat(routes.open()).extracting(OpenRoute::source).doesNotContain(Source.CJ);
        assertThat(carriers.times("cj", number)).isZero();

        asInstalled("cj");
        after(Duration.ofMinutes(61));
        assertThat(routes.open()).extracting(OpenRoute::source).contains(Source.CJ);
        assertThat(carriers.times("cj", number)).isPositive();
    }

    @Test
    void SET_1_a_key_typed_on_the_page_is_the_one_that_is_sent_and_a_try_says_whether_it_works() {
        fill("sweettracker", Map.of("on", "true", "key", "a-newer-key-0123", "push", "true"));
        String number = number();
        carriers.says("cj", number, Recorded.CJ);
        carriers.says("sweettracker", "t_key=a-newer-key-0123", Recorded.SWEETTRACKER_UNKNOWN_NUMBER);

        assertThat(trials.attempt("cj", number).kind()).isEqualTo(ConnectionTrials.Kind.ANSWERED);
        assertThat(trials.attempt("hanjin", number).kind()).isEqualTo(ConnectionTrials.Kind.UNKNOWN_PARCEL);
        trials.attempt("sweettracker", number);
        assertThat(carriers.asked).anyMatch(each -> each.contains("a-newer-key-0123"));
        carriers.down("hanjin", 503);
        assertThat(trials.attempt("hanjin", number).kind()).isEqualTo(ConnectionTrials.Kind.REFUSED);
        asInstalled("sweettracker");
    }
}
