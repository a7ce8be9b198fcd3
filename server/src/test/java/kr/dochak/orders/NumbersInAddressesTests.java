package kr.dochak.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kr.dochak.Http;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** A10: an order that was taken in can be read, prepared, paid, cancelled and promised, whatever its number is made of. */
@ProductTest
class NumbersInAddressesTests {

    @Autowired
    Environment environment;

    @Autowired
    WorldClock clock;

    @Autowired
    World world;

    private Http mall;

    @BeforeEach
    void a_mall() {
        mall = new Http(environment, TestKeys.RAINBOW);
    }

    private int send(String orderNo) {
        return mall.post("/api/v1/orders", """
                {"orderNo":%s,"orderedAt":"%s","customer":{"id":"n-1","name":"김지민"},
                 "recipient":{"name":"김지민","postcode":"06236","address1":"테헤란로 152"},
                 "items":[{"name":"포트","quantity":1,"unitPrice":1000}]}""".formatted(
                                JsonMapper.shared().writeValueAsString(orderNo), clock.instant()))
                .status();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S/2026/",
                "A\\1\\",
                "A;v=1;",
                "A%2F",
                "A%5C",
                "A%",
                "A.1.",
                "#100",
                "A 1 ",
                "A?1=",
                "가-",
                "A//B",
                "A/../B/",
                "a%2e%2e%2fb",
                "/",
                "A&b=",
                "A+",
                "A:",
                "A@",
                "'\"<b>"
            })
    void A10_every_door_of_an_order_opens_by_its_number(String marks) {
        String orderNo = marks + UUID.randomUUID().toString().substring(0, 8);
        assertThat(send(orderNo)).isEqualTo(201);
        world.settle();
        String address = "/api/v1/orders/"
                + URLEncoder.encode(orderNo, StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(mall.get(address).body().path("summary").path("orderNo").asString(""))
                .isEqualTo(orderNo);
        assertThat(mall.get(address + "/promise").status()).isEqualTo(200);
        assertThat(mall.post(address + "/payment", "{}").status()).isEqualTo(204);
        assertThat(mall.post(address + "/preparation", "{\"step\":\"PICKING\"}").status())
                .isEqualTo(204);
        assertThat(mall.post(address + "/cancellation", "{\"reason\":\"x\"}").status())
                .isEqualTo(204);
        assertThat(mall.get(address).body().path("summary").path("status").asString(""))
                .isEqualTo("CANCELLED");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "...", " . "})
    void A10_a_number_that_cannot_stand_in_an_address_is_refused_with_what_to_do(String orderNo) {
        assertThat(send(orderNo)).isEqualTo(422);
    }

    @Test
    void A10_marks_in_an_address_lead_nowhere_else() {
        Http nobody = new Http(environment, "");
        for (String address : new String[] {
            "/api/v1/orders/..%2F..%2Finternal%2Fclock",
            "/api/v1/orders/%2e%2e/%2e%2e/internal/raw-answers/replays",
            "/api/v1/orders/..%5C..%5Cinternal",
            "/api/v1/orders/a;b/../../malls",
        }) {
            assertThat(nobody.get(address).status()).as(address).isIn(400, 401);
            assertThat(mall.get(address).status()).as(address).isIn(400, 404);
        }
        assertThat(mall.get("/api/v1/shipments/kr.epost/a%2Fb").status()).isEqualTo(400);
    }
}
