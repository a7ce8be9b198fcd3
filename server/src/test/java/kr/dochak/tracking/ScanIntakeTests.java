package kr.dochak.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import kr.dochak.Http;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import kr.dochak.time.Heartbeat;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.scans.ScanWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Scans over HTTP: parked until their shipment is known, never taken from another mall. Handover's refusals as well. */
@ProductTest
class ScanIntakeTests {

    @Autowired
    private Environment environment;

    @Autowired
    private Heartbeat heartbeat;

    @Autowired
    private WorldClock clock;

    private Http mall;
    private Http other;
    private Http carrier;
    private String order;
    private String number;

    @BeforeEach
    void an_order() {
        mall = new Http(environment, TestKeys.RAINBOW);
        other = new Http(environment, TestKeys.HANGANG);
        carrier = new Http(environment, TestKeys.CARRIER);
        order = place(mall);
        number = fresh();
    }

    /** As one of Hanjin's. */
    private static String fresh() {
        return "5%013d".formatted((UUID.randomUUID().getMostSignificantBits() >>> 1) % 10_000_000_000_000L);
    }

    private static String place(Http mall) {
        String no = "S" + fresh();
        mall.post("/api/v1/orders", """
                {"orderNo":"%s","orderedAt":"2026-11-23T08:30:00+09:00","customer":{"id":"s-1","name":"김지민"},
                 "recipient":{"name":"김지민","postcode":"06236","address1":"테헤란로 152"},
                 "items":[{"name":"포트","quantity":1,"unitPrice":39000}]}""".formatted(no));
        return no;
    }

    private static String shipment(String number, String order) {
        return """
                {"carrier":"kr.hanjin","trackingNumber":"%s","orders":[{"orderNo":"%s"}],
                 "registeredAt":"2026-11-23T08:40:00+09:00"}""".formatted(number, order);
    }

    private static String scan(String number, String status, String time) {
        return """
                {"carrier":"kr.hanjin","trackingNumber":"%s","occurredAt":"2026-11-23T%s:00+09:00","status":"%s",
                 "place":"HUB"}""".formatted(number, time, status);
    }

    private String status() {
        return mall.get("/api/v1/shipments/kr.hanjin/" + number)
                .body()
                .path("shipment")
                .path("state")
                .path("status")
                .asString("");
    }

    @Test
    void TRK_2_scans_before_the_registration_wait_for_it() {
        assertThat(carrier.post("/api/v1/scans", scan(number, "PICKED_UP", "08:50"))
                        .body()
                        .path("parked")
                        .asInt())
                .isEqualTo(1);
        assertThat(mall.post("/api/v1/shipments", shipment(number, order)).status())
                .isEqualTo(200);
        heartbeat.runDue(clock.instant());

        assertThat(status()).isEqualTo("PICKED_UP");
    }

    @Test
    void TRK_2_another_malls_key_cannot_move_a_shipment() {
        mall.post("/api/v1/shipments", shipment(number, order));

        assertThat(other.post("/api/v1/scans", scan(number, "DELIVERED", "08:55"))
                        .body()
                        .path("parked")
                        .asInt())
                .isEqualTo(1);
        heartbeat.runDue(clock.instant());
        assertThat(status()).isEqualTo("PENDING");
    }

    @Autowired
    private ScanWriter writer;

    @Test
    void TRK_2_what_cannot_be_taken_now_is_said_at_once_and_taken_later() {
        mall.post("/api/v1/shipments", shipment(number, order));
        String scan = scan(number, "PICKED_UP", "08:50");
        writer.stop();
        try {
            var refused = carrier.post("/api/v1/scans", scan);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body().path("type").asString()).isEqualTo("/problems/unavailable");
        } finally {
            writer.start();
        }
        assertThat(carrier.post("/api/v1/scans", scan).body().path("accepted").asInt())
                .isEqualTo(1);
    }

    /** The short way and the long one: a bad scan among good ones is named and keeps none of them back. */
    @Test
    void TRK_2_a_null_and_a_bad_scan_among_good_ones_are_named_and_the_good_ones_taken() {
        mall.post("/api/v1/shipments", shipment(number, order));
        String body = "[null," + scan(number, "PICKED_UP", "08:50") + "," + scan(number, "NONSENSE", "08:51") + "]";
        var answer = carrier.post("/api/v1/scans", body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.body().path("rejected").size()).isEqualTo(2);
    }

    @Test
    void TRK_2_a_scan_twice_counts_once() {
        mall.post("/api/v1/shipments", shipment(number, order));
        String twice = "[" + scan(number, "PICKED_UP", "08:50") + "," + scan(number, "PICKED_UP", "08:50") + "]";

        var answer = carrier.post("/api/v1/scans", twice).body();

        assertThat(answer.path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.path("duplicates").asInt()).isEqualTo(1);
    }

    @Test
    void M2_a_number_of_another_mall_is_registered_and_nobody_learns_that_it_has_it() {
        mall.post("/api/v1/shipments", shipment(number, order));
        String theirs = place(other);
        String free = fresh();

        var results = other.post(
                        "/api/v1/shipments/batch",
                        "{\"shipments\":[" + shipment(free, theirs) + "," + shipment(number, theirs) + ",null,"
                                + shipment(fresh(), "none") + ",{\"orders\":7}]}")
                .body()
                .path("results");

        assertThat(results.path(0).path("outcome").asString("")).isEqualTo("registered");
        assertThat(results.path(1).path("outcome").asString("")).isEqualTo("registered");
        assertThat(results.path(1).path("errors").size()).isZero();
        for (int i = 2; i < 5; i++) {
            assertThat(results.path(i).path("outcome").asString("")).isEqualTo("rejected");
        }
        assertThat(other.get("/api/v1/shipments/kr.hanjin/" + free).status()).isEqualTo(200);
    }

    /** The short way, the long way, and a list. */
    @Test
    void L6_the_key_of_one_carrier_is_refused_scans_of_another_and_keeps_its_own() {
        mall.post("/api/v1/shipments", shipment(number, order));
        Http hanjin = new Http(environment, TestKeys.HANJIN);
        String theirs = scan(number, "DELIVERED", "08:55").replace("kr.hanjin", "kr.lotte");

        assertThat(hanjin.post("/api/v1/scans", theirs).status()).isEqualTo(422);
        var both = hanjin.post("/api/v1/scans", "[" + theirs + "," + scan(number, "PICKED_UP", "08:50") + "]");
        assertThat(both.body().path("accepted").asInt()).isEqualTo(1);
        assertThat(both.body().path("rejected").path(0).path("code").asString()).isEqualTo("not-yours");
        assertThat(hanjin.get("/api/v1/shipments/kr.hanjin/" + number).status()).isEqualTo(403);
        assertThat(status()).isEqualTo("PICKED_UP");
    }

    @Test
    void L5_the_administrators_key_places_no_order_and_registers_no_parcel_of_no_mall() {
        Http admin = new Http(environment, TestKeys.ADMIN);
        assertThat(admin.post("/api/v1/orders", "{}").status()).isEqualTo(403);
        assertThat(admin.post("/api/v1/shipments", shipment(number, order)).status())
                .isEqualTo(403);
        var quote = admin.post("/api/v1/promises/quote", "{}");
        assertThat(quote.status()).isEqualTo(403);
        assertThat(quote.body().path("detail").asString()).contains("쇼핑몰");
    }

    @Test
    void ORD_3_the_same_number_twice_carries_both_orders() {
        String second = place(mall);

        var results = mall.post(
                        "/api/v1/shipments/batch",
                        "{\"shipments\":[" + shipment(number, order) + "," + shipment(number, second) + "]}")
                .body()
                .path("results");

        assertThat(results.path(0).path("shipmentId").asLong())
                .isEqualTo(results.path(1).path("shipmentId").asLong());
        assertThat(mall.get("/api/v1/shipments/kr.hanjin/" + number)
                        .body()
                        .path("shipment")
                        .path("orders")
                        .size())
                .isEqualTo(2);
    }
}
