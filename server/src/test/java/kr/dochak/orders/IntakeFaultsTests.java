package kr.dochak.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.UUID;
import kr.dochak.Http;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What comes in one by one, in batches and by file goes by the same rules. */
@ProductTest
class IntakeFaultsTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient jdbc;

    private Http mall;
    private String q;

    @BeforeEach
    void number() {
        mall = new Http(environment, TestKeys.RAINBOW);
        q = "I" + UUID.randomUUID().toString().substring(0, 12);
    }

    private String order(String orderNo, String name, String phone, String note, String more) {
        return """
                {"orderNo":%s,"orderedAt":"2026-11-22T14:05:00+09:00",
                 "customer":{"id":"c-%s","name":%s,"phone":%s},
                 "recipient":{"name":%s,"phone":%s,"postcode":"06236","address1":"테헤란로 152","request":{"note":%s}},
                 "items":[{"name":"전기포트","quantity":1,"unitPrice":39000}]%s}""".formatted(text(orderNo), q, text(name), text(phone), text(name), text(phone), text(note), more);
    }

    private static String text(String text) {
        return JSON.writeValueAsString(text);
    }

    private String promisedTo(String orderNo) {
        return jdbc.sql("select promised_to from orders.customer_order where order_no = :no")
                .param("no", orderNo)
                .query(Timestamp.class)
                .single()
                .toInstant()
                .toString();
    }

    @Test
    void A5_a_promised_day_lasts_to_its_end_on_every_way_in() {
        String promise = ",\"promise\":{\"from\":\"2026-11-24\",\"to\":\"2026-11-25\"}";
        Http.Answer one = mall.post("/api/v1/orders", order(q, "김도착", "010-1234-5678", "", promise));
        Http.Answer batch = mall.post(
                "/api/v1/orders/batch", "{\"orders\":[" + order(q + "b", "김도착", "010-1234-5678", "", promise) + "]}");
        String heading =
                "orderNo,orderedAt,customerId,customerName,recipientName,postcode,address1,itemName,quantity,unitPrice,promiseTo";
        String row = ",2026-11-22 14:05,c-1,김도착,김도착,06236,테헤란로,전기포트,1,39000,";
        String file = String.join(
                "\n", heading, q + "f" + row + "2026-11-25", q + "s" + row + "46351", q + "g" + row + "2026. 11. 25");
        Http.Answer imported = mall.upload("dochak-orders-en", "a.csv", file.getBytes(StandardCharsets.UTF_8));

        assertThat(one.status()).as(one.text()).isEqualTo(201);
        assertThat(batch.text()).contains("created");
        assertThat(imported.body().path("created").asInt()).as(imported.text()).isEqualTo(3);
        for (String way : new String[] {"", "b", "f", "s", "g"}) {
            assertThat(promisedTo(q + way)).as(way).isEqualTo("2026-11-25T14:59:59Z");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T14:05:00+0900, 201",
        "2026-11-22T14:05+09:00, 201",
        "2026-11-22T05:05:00.123Z, 201",
        "2026-11-22, 422",
        "1795425893, 422",
        "1795425893940, 422",
        "2026-11-22T14:05:00, 422",
    })
    void ORD_1_a_moment_has_its_offset_and_is_no_number(String moment, int status) {
        String body = order(q, "김도착", "010-1234-5678", "", "").replace("2026-11-22T14:05:00+09:00", moment);
        Http.Answer answer = mall.post("/api/v1/orders", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);

        Http.Answer bare =
                mall.post("/api/v1/orders", body.replace("\"" + moment + "\"", moment.replaceAll("\\D.*", "")));
        assertThat(bare.status()).as("a bare number").isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "+1 650-253-0000, unreachable",
        "+81 90-1234-5678, unreachable",
        "0082-10-1234-5678, ''",
        "０１０-１２３４-５６７８, ''",
        "--, unreachable",
        "전화 없음, 'phone,unreachable'",
        "82-10-1234-5678, ''",
        "10-3000-0008, ''",
        "0504-1234-5678, unreachable",
    })
    void A15_a_phone_never_costs_the_order_and_who_is_not_reached_is_named(String phone, String warned) {
        Http.Answer answer = mall.post("/api/v1/orders", order(q, "김도착", phone, "", ""));
        JsonNode batch = mall.post(
                        "/api/v1/orders/batch", "{\"orders\":[" + order(q + "b", "김도착", phone, "", "") + "]}")
                .body()
                .path("results")
                .path(0);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(batch.path("outcome").asString("")).isEqualTo("created");
        for (JsonNode said : new JsonNode[] {answer.body(), batch}) {
            String warnings = said.path("warnings").toString();
            for (String code : warned.isEmpty() ? new String[0] : warned.split(",")) {
                assertThat(warnings).contains("\"" + code + "\"");
            }
            assertThat(warnings.contains("unreachable")).as(warnings).isEqualTo(warned.contains("unreachable"));
        }
        assertThat(jdbc.sql("select unreachable from orders.customer_order where order_no = :no")
                        .param("no", q)
                        .query(Boolean.class)
                        .single())
                .isEqualTo(warned.contains("unreachable"));
    }

    @Test
    void A15_a_mail_address_that_is_none_costs_nothing_either_and_reach_follows_a_revision() {
        String wrong = order(q, "김도착", "--", "", "").replace("\"phone\":\"--\"},", "\"email\":\"j@example\"},");
        Http.Answer answer = mall.post("/api/v1/orders", wrong);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.text()).contains("\"email\"", "unreachable");

        Http.Answer mended = mall.post("/api/v1/orders", order(q, "김도착", "010-1234-5678", "", ""));
        assertThat(mended.text()).contains("revised").doesNotContain("unreachable");
        assertThat(jdbc.sql("select unreachable from orders.customer_order where order_no = :no")
                        .param("no", q)
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void ORD_1_a_text_stands_in_one_line_without_marks_and_links() {
        Http.Answer answer = mall.post(
                "/api/v1/orders",
                order(q + "\u200B", "\u202E김\n도착\u202C", "010-1234-5678", "문 앞 https://naver.me/x1\t벨", ""));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.text()).contains("\"link\"");
        JsonNode order = mall.get("/api/v1/orders/" + q).body();
        assertThat(order.path("summary").path("request").path("note").asString(""))
                .as(order.toString())
                .isEqualTo("문 앞   벨");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.kr/1", "A-1 www.evil.kr", "bit.ly/abc"})
    void ORD_1_a_number_with_a_link_is_refused(String orderNo) {
        Http.Answer answer = mall.post("/api/v1/orders", order(orderNo, "김도착", "010-1234-5678", "", ""));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("\"link\"");
    }

    @Test
    void ORD_1_a_masked_customer_is_nobody() {
        Http.Answer answer = mall.post(
                "/api/v1/orders",
                order(q, "김도착", "010-1234-5678", "", "").replace("\"id\":\"c-" + q, "\"id\":\"abcd****"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);

        String heading = "상품주문번호,주문번호,주문일시,구매자명,구매자ID,수취인명,우편번호,통합배송지,상품명,수량,상품가격";
        String row = ",2026-11-22 14:05,김도착,abcd****,김도착,06236,테헤란로,전기포트,1,39000";
        String file = heading + "\n1" + q + "," + q + "1" + row + "\n2" + q + "," + q + "2" + row.replace("김도착", "이두리");
        JsonNode run = mall.upload("", "네이버.csv", file.getBytes(StandardCharsets.UTF_8))
                .body();
        assertThat(run.path("created").asInt()).as(run.toString()).isEqualTo(2);
        assertThat(jdbc.sql(
                                "select count(distinct person_id) from orders.customer_order where order_no in (:one, :two)")
                        .param("one", q + "1")
                        .param("two", q + "2")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }
}
