package kr.dochak.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.Http;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import kr.dochak.shared.MallId;
import kr.dochak.time.Heartbeat;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A20, B4: by every way in a number has one form and a carrier is a known one. */
@ProductTest
class OneFormTests {

    private static final AtomicLong SERIALS = new AtomicLong(100_000_000 + System.nanoTime() % 100_000_000);

    @Autowired
    private Environment environment;

    @Autowired
    private Heartbeat heartbeat;

    @Autowired
    private WorldClock clock;

    @Autowired
    private Tracking tracking;

    private Http mall;
    private Http carrier;
    private String order;
    private String typed;
    private String printed;

    @BeforeEach
    void an_order_and_a_number_typed_in_small_letters() {
        mall = new Http(environment, TestKeys.RAINBOW);
        carrier = new Http(environment, TestKeys.CARRIER);
        order = "OF-" + UUID.randomUUID();
        assertThat(mall.post("/api/v1/orders", order("kr.epost")).status()).isEqualTo(201);
        String serial = "" + SERIALS.incrementAndGet();
        typed = "eg" + serial + "kr";
        printed = "EG" + serial + "KR";
    }

    private String order(String carrierName) {
        return """
                {"orderNo":"%s","orderedAt":"2026-11-23T08:30:00+09:00","customer":{"id":"of-1","name":"김지민"},
                 "recipient":{"name":"김지민","postcode":"06236","address1":"테헤란로 152"},
                 "items":[{"name":"포트","quantity":1,"unitPrice":39000}],"carrier":"%s"}""".formatted(order, carrierName);
    }

    private String shipment(String number) {
        return """
                {"carrier":"kr.epost","trackingNumber":"%s","orders":[{"orderNo":"%s"}],
                 "registeredAt":"2026-11-23T08:40:00+09:00"}""".formatted(number, order);
    }

    private static String scan(String number, String carrierId) {
        return """
                [{"carrier":"%s","trackingNumber":"%s","occurredAt":"2026-11-23T08:50:00+09:00","status":"PICKED_UP",
                  "place":"강남우체국"}]""".formatted(carrierId, number);
    }

    private int applied(Http by, String number) {
        return by.post("/api/v1/scans", scan(number, "kr.epost"))
                .body()
                .path("accepted")
                .asInt();
    }

    @Test
    void A20_a_parcel_typed_in_small_letters_is_scanned_in_capitals() {
        assertThat(mall.post("/api/v1/shipments", shipment(typed))
                        .body()
                        .path("trackingNumber")
                        .asString())
                .isEqualTo(printed);
        assertThat(applied(carrier, printed)).isEqualTo(1);
    }

    @Test
    void A20_and_the_other_way_round() {
        mall.post("/api/v1/shipments", shipment(printed));
        assertThat(applied(carrier, typed)).isEqualTo(1);
    }

    @Test
    void A20_by_a_batch_a_scan_that_waited_finds_its_parcel() {
        assertThat(carrier.post("/api/v1/scans", scan(printed, "kr.epost"))
                        .body()
                        .path("parked")
                        .asInt())
                .isEqualTo(1);
        mall.post("/api/v1/shipments/batch", "{\"shipments\":[" + shipment(typed) + "]}");
        heartbeat.runDue(clock.instant());
        assertThat(tracking.byNumber(new MallId(1), TrackingNumber.of(typed)))
                .singleElement()
                .satisfies(found -> assertThat(found.state().status()).isEqualTo(ShipmentStatus.PICKED_UP));
    }

    @Test
    void A20_an_address_may_be_written_either_way() {
        mall.post("/api/v1/shipments", shipment(printed));
        assertThat(mall.get("/api/v1/shipments/KR.EPOST/" + typed).status()).isEqualTo(200);
        assertThat(mall.get("/api/v1/shipments/kr.epost/" + printed).status()).isEqualTo(200);
    }

    @Test
    void B4_an_order_names_a_carrier_of_the_register() {
        order = "OF-" + UUID.randomUUID();
        Http.Answer refused = mall.post("/api/v1/orders", order("kr.nonexistent"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("field").asString())
                .isEqualTo("carrier");
        assertThat(mall.post("/api/v1/orders", order("CJ대한통운")).status()).isEqualTo(201);
    }

    @Test
    void B4_a_quote_and_a_scan_name_a_carrier_of_the_register() {
        assertThat(mall.get("/api/v1/promises/quote?postcode=06236&carrier=self.drivers")
                        .status())
                .isEqualTo(422);
        assertThat(mall.get("/api/v1/promises/quote?postcode=06236&carrier=kr.hanjin")
                        .status())
                .isEqualTo(200);
        Http.Answer refused = carrier.post("/api/v1/scans", scan(printed, "kr.nonexistent"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo("unknown");
    }
}
