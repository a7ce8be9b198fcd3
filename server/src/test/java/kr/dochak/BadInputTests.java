package kr.dochak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Everything people and programs send wrongly, and the exact answer: status, problem code and field. */
@ProductTest
class BadInputTests {

    private static final String ORDER = """
            {"orderNo":"%s","orderedAt":"2026-11-23T08:30:00+09:00",
             "customer":{"id":"bad-1","name":"김지민","phone":"010-1234-5678"},
             "recipient":{"name":"김지민","postcode":"06236","address1":"서울 강남구 테헤란로 152"},
             "items":[{"line":1,"name":"포트","quantity":1,"unitPrice":39000}],
             "amounts":{"items":39000,"shipping":3000,"discount":2000,"total":40000}}""";
    private static final String SCAN = """
            {"carrier":"kr.hanjin","trackingNumber":"900000000001","occurredAt":"2026-11-23T08:30:00+09:00",
             "status":"IN_TRANSIT","place":"옥천HUB"}""";

    @Autowired
    private Environment environment;

    private Http mall;
    private Http other;
    private Http carrier;

    @BeforeEach
    void callers() {
        mall = new Http(environment, TestKeys.RAINBOW);
        other = new Http(environment, TestKeys.HANGANG);
        carrier = new Http(environment, TestKeys.CARRIER);
    }

    /** One changed place of a good order, and what is said about it; an empty code means that it is taken. */
    private record Case(String from, String to, int status, String code, String field) {}

    private static Case is(String from, String to, int status, String code, String field) {
        return new Case(from, to, status, code, field);
    }

    @TestFactory
    Stream<DynamicTest> orders() {
        String time = "\"2026-11-23T08:30:00+09:00\"";
        String name = "\"id\":\"bad-1\",\"name\":\"김지민\"";
        return Stream.of(
                        is(time, "\"2027-11-23T08:30:00+09:00\"", 422, "future", "orderedAt"),
                        is(time, "\"1900-01-01T00:00:00+09:00\"", 422, "too-old", "orderedAt"),
                        is(time, "\"-999999999-01-01T00:00:00Z\"", 422, "too-old", "orderedAt"),
                        is(time, "\"+999999999-01-01T00:00:00Z\"", 422, "future", "orderedAt"),
                        is(time, "\"어제\"", 422, "shape", "orderedAt"),
                        is(time, "\"2026-11-23 08:30\"", 422, "shape", "orderedAt"),
                        is(time, "null", 422, "missing", "orderedAt"),
                        is(time, "1e1000000000", 422, "shape", "orderedAt"),
                        is("\"unitPrice\":39000", "\"unitPrice\":-1", 422, "range", "items[0].unitPrice"),
                        is("\"unitPrice\":39000", "\"unitPrice\":39000.5", 422, "shape", "items[0].unitPrice"),
                        is("\"unitPrice\":39000", "\"unitPrice\":1e30", 422, "shape", "items[0].unitPrice"),
                        is("\"unitPrice\":39000", "\"unitPrice\":NaN", 400, "json", ""),
                        is("\"unitPrice\":39000", "\"unitPrice\":\"39000\"", 201, "", ""),
                        is("\"unitPrice\":39000", "\"unitPrice\":\"삼만원\"", 422, "shape", "items[0].unitPrice"),
                        is("\"unitPrice\":39000", "\"unitPrice\":99999999999", 422, "range", "items[0].unitPrice"),
                        is("\"quantity\":1", "\"quantity\":0", 422, "range", "items[0].quantity"),
                        is("\"quantity\":1", "\"quantity\":99999999999", 422, "shape", "items[0].quantity"),
                        is("\"line\":1", "\"line\":-7", 422, "range", "items[0].line"),
                        is(
                                "\"items\":[{",
                                "\"items\":[{\"line\":1,\"name\":\"같은 줄\",\"quantity\":1,\"unitPrice\":0},{",
                                422,
                                "line-twice",
                                "items"),
                        is("\"items\":[{", "\"items\":[null,{", 422, "missing", "items[0]."),
                        is("\"items\":[{\"line\":1,", "\"items\":[],\"x\":[{\"line\":1,", 422, "count", "items"),
                        is("\"items\":[{\"line\":1,", "\"items\":{},\"x\":[{\"line\":1,", 422, "shape", "items"),
                        is("\"total\":40000", "\"total\":1", 422, "sum", "amounts.total"),
                        is("\"total\":40000", "\"total\":-1", 422, "range", "amounts.total"),
                        is("\"06236\"", "\"99999\"", 422, "unknown", "recipient.postcode"),
                        is("\"06236\"", "\"135-080\"", 422, "unknown", "recipient.postcode"),
                        is("\"010-1234-5678\"", "\"전화 없음\"", 201, "", ""), // an optional field costs no order (A15)
                        is(name, "\"id\":\"bad-1\",\"name\":\"\"", 422, "missing", "customer.name"),
                        is(name, "\"id\":\"bad-1\",\"name\":\"김\\u0000민\"", 422, "control-character", "customer.name"),
                        is(name, "\"id\":\"bad-1\",\"name\":\"김\\ud800\"", 422, "encoding", "customer.name"),
                        is(name, "\"id\":\"bad-1\",\"name\":[\"김지민\"]", 422, "shape", "customer.name"),
                        is(
                                name,
                                "\"id\":\"bad-1\",\"name\":\"" + "김".repeat(101) + "\"",
                                422,
                                "too-long",
                                "customer.name"),
                        is(name, "\"id\":\"bad-1\",\"name\":\"지민🎉\"", 201, "", ""),
                        is(name, "\"id\":\"bad-1\",\"name\":\"'; drop table orders.customer_order; --\"", 201, "", ""),
                        is(name, "\"id\":\"bad-1\",\"name\":\"<script>alert(1)</script>\"", 201, "", ""),
                        is("\"customer\":{", "\"customer\":[],\"x\":{", 422, "shape", "customer"),
                        is("\"customer\":{", "\"x\":{", 422, "missing", "customer"),
                        is("}]", "},]", 400, "json", ""),
                        is(
                                "\"amounts\"",
                                "\"promise\":{\"to\":\"2026-11-22T18:00:00+09:00\"},\"amounts\"",
                                422,
                                "before",
                                "promise.to"),
                        is(
                                "\"amounts\"",
                                "\"promise\":{\"to\":\"+999999999-01-01T00:00:00Z\"},\"amounts\"",
                                422,
                                "range",
                                "promise.to"),
                        is(
                                "\"amounts\"",
                                "\"shipFrom\":{\"centre\":\"I\\u0000\"},\"amounts\"",
                                422,
                                "control-character",
                                "shipFrom.centre"),
                        is("\"amounts\"", "\"discounts\":{},\"amounts\"", 422, "shape", "discounts"),
                        is("\"amounts\"", "\"unknown\":{\"field\":1},\"amounts\"", 201, "", ""))
                .map(c -> dynamicTest(c.to().substring(0, Math.min(60, c.to().length())), () -> {
                    String order = ORDER.formatted(fresh());
                    assertThat(order).contains(c.from());
                    check(mall.post("/api/v1/orders", order.replace(c.from(), c.to())), c);
                }));
    }

    private static void check(Http.Answer answer, Case c) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(c.status());
        if (c.status() >= 400) {
            assertThat(
                            c.field().isEmpty()
                                    ? answer.code()
                                    : error(answer).path("code").asString(""))
                    .as(answer.text())
                    .isEqualTo(c.code());
            assertThat(c.field().isEmpty() ? "" : error(answer).path("field").asString(""))
                    .isEqualTo(c.field());
            isAProblem(answer);
        }
    }

    private static JsonNode error(Http.Answer answer) {
        return answer.body().path("errors").path(0);
    }

    /** RFC 9457, in words for people, with nothing of the inside. */
    private static void isAProblem(Http.Answer answer) {
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.body().path("type").asString("")).startsWith("/problems/");
        assertThat(answer.body().path("title").asString("")).isNotBlank();
        assertThat(answer.body().path("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.body().path("detail").asString("")).containsPattern("[가-힣]");
        assertThat(answer.text()).doesNotContain("Exception", "java.", "kr.dochak.", "springframework", "jackson");
    }

    /** A whole request, and what is said about it. */
    private record Request(String what, Http.Answer answer, int status, String code, String field) {}

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Http.Answer send(String method, String path, byte[] body, String... headers) {
        return mall.send(method, path, body, request -> {
            for (int i = 0; i < headers.length; i += 2) {
                request.setHeader(headers[i], headers[i + 1]);
            }
            return request;
        });
    }

    @TestFactory
    Stream<DynamicTest> requests() {
        String good = ORDER.formatted(fresh());
        byte[] eucKr = good.getBytes(java.nio.charset.Charset.forName("x-windows-949"));
        byte[] large = utf8("{\"orderNo\":\"" + "가".repeat(3_400_000) + "\"}");
        String orders = "/api/v1/orders";
        Http nobody = new Http(environment, "");
        Http stranger = new Http(environment, "no-such-key");
        String nested = "[".repeat(2_000) + "]".repeat(2_000);
        String future = SCAN.replace("2026-11-23T08:30", "2099-11-23T08:30");
        return Stream.of(
                        new Request("truncated JSON", mall.post(orders, good.substring(0, 200)), 400, "json", ""),
                        new Request("no JSON", mall.post(orders, "orderNo=1"), 400, "json", ""),
                        new Request("empty body", mall.post(orders, ""), 400, "json", ""),
                        new Request("null", mall.post(orders, "null"), 400, "json", ""),
                        new Request("array for an object", mall.post(orders, "[" + good + "]"), 422, "invalid", ""),
                        new Request("text for an object", mall.post(orders, "\"order\""), 422, "invalid", ""),
                        new Request("EUC-KR bytes", send("POST", orders, eucKr), 400, "json", ""),
                        new Request(
                                "invalid UTF-8",
                                send("POST", orders, new byte[] {'"', (byte) 0xff, '"'}),
                                400,
                                "json",
                                ""),
                        new Request("2,000 levels", mall.post(orders, "{\"x\":" + nested + "}"), 400, "json", ""),
                        new Request("10 MB", send("POST", orders, large), 413, "too-large", ""),
                        new Request(
                                "wrong type",
                                send("POST", orders, utf8(good), "Content-Type", "text/plain"),
                                415,
                                "unsupported-media-type",
                                ""),
                        new Request(
                                "form",
                                send("POST", orders, utf8("a=b"), "Content-Type", "application/x-www-form-urlencoded"),
                                415,
                                "unsupported-media-type",
                                ""),
                        new Request("wrong method", send("DELETE", orders, new byte[0]), 405, "method-not-allowed", ""),
                        new Request("unknown path", mall.get("/api/v1/orders/R-1/nothing"), 404, "not-found", ""),
                        new Request("unknown order", mall.get("/api/v1/orders/none-" + fresh()), 404, "not-found", ""),
                        new Request("no key", nobody.post(orders, good), 401, "unauthorized", ""),
                        new Request("wrong key", stranger.post(orders, good), 401, "unauthorized", ""),
                        new Request("carrier's key", carrier.post(orders, good), 403, "forbidden", ""),
                        new Request("bad cursor", mall.get(orders + "?after=%20-%20"), 400, "cursor", ""),
                        new Request("negative cursor", mall.get(orders + "?after=-5"), 400, "cursor", ""),
                        new Request("bad limit", mall.get(orders + "?limit=many"), 400, "parameter", "limit"),
                        new Request("batch without orders", mall.post(orders + "/batch", "{}"), 422, "count", "orders"),
                        new Request(
                                "empty batch", mall.post(orders + "/batch", "{\"orders\":[]}"), 422, "count", "orders"),
                        new Request(
                                "501 orders",
                                mall.post(orders + "/batch", "{\"orders\":[" + times(501, "{}") + "]}"),
                                422,
                                "count",
                                "orders"),
                        new Request(
                                "orders as an object",
                                mall.post(orders + "/batch", "{\"orders\":{}}"),
                                422,
                                "shape",
                                "orders"),
                        new Request(
                                "1,001 scans",
                                carrier.post("/api/v1/scans", "[" + times(1_001, SCAN) + "]"),
                                422,
                                "count",
                                ""),
                        new Request("no scans", carrier.post("/api/v1/scans", "[]"), 422, "count", ""),
                        new Request("scan as text", carrier.post("/api/v1/scans", "\"scan\""), 422, "count", ""),
                        new Request("null scan", carrier.post("/api/v1/scans", "[null]"), 422, "shape", "[0]"),
                        new Request(
                                "scan of tomorrow", carrier.post("/api/v1/scans", future), 422, "future", "occurredAt"),
                        new Request(
                                "scan of 1900",
                                carrier.post("/api/v1/scans", SCAN.replace("2026-", "1900-")),
                                422,
                                "too-old",
                                "occurredAt"),
                        new Request(
                                "unknown status",
                                carrier.post("/api/v1/scans", SCAN.replace("IN_TRANSIT", "LOST")),
                                422,
                                "unknown",
                                "status"),
                        new Request(
                                "unknown carrier",
                                carrier.post("/api/v1/scans", SCAN.replace("kr.hanjin", "한진택배")),
                                422,
                                "unknown",
                                "carrier"),
                        new Request(
                                "time of a scan",
                                carrier.post("/api/v1/scans", SCAN.replace("2026-11-23T08:30:00+09:00", "아침")),
                                422,
                                "shape",
                                "occurredAt"),
                        new Request(
                                "shipment of nothing", mall.post("/api/v1/shipments", "{}"), 422, "unknown", "carrier"),
                        new Request(
                                "1,001 shipments",
                                mall.post("/api/v1/shipments/batch", "{\"shipments\":[" + times(1_001, "{}") + "]}"),
                                422,
                                "count",
                                "shipments"),
                        new Request("no shipment", mall.get("/api/v1/shipments/kr.hanjin/1"), 404, "not-found", ""),
                        new Request(
                                "unknown step",
                                mall.post(orders + "/R-1/preparation", "{\"step\":\"EATING\"}"),
                                422,
                                "shape",
                                "step"),
                        new Request("no step", mall.post(orders + "/R-1/preparation", "{}"), 422, "missing", "step"),
                        new Request(
                                "cancelling nothing",
                                mall.post(orders + "/none-" + fresh() + "/cancellation", "{}"),
                                404,
                                "not-found",
                                ""),
                        new Request(
                                "a reason with NUL",
                                mall.post(orders + "/R-1/cancellation", "{\"reason\":\"a\\u0000b\"}"),
                                422,
                                "control-character",
                                "reason"),
                        new Request("no import", mall.get("/api/v1/imports/999999999"), 404, "not-found", ""),
                        new Request(
                                "import called names", mall.get("/api/v1/imports/first"), 400, "parameter", "importId"),
                        new Request(
                                "import without a file",
                                send("POST", orders + "/import", utf8("x"), "Content-Type", "application/json"),
                                415,
                                "unsupported-media-type",
                                ""))
                .map(r -> dynamicTest(r.what(), () -> {
                    assertThat(r.answer().status()).as(r.answer().text()).isEqualTo(r.status());
                    boolean ofField = r.answer().status() == 422 && !r.code().equals("invalid");
                    assertThat(
                                    ofField
                                            ? error(r.answer()).path("code").asString("")
                                            : r.answer().code())
                            .as(r.answer().text())
                            .isEqualTo(r.code());
                    assertThat(error(r.answer()).path("field").asString("")).isEqualTo(r.field());
                    isAProblem(r.answer());
                }));
    }

    private static String times(int count, String each) {
        return IntStream.range(0, count).mapToObj(i -> each).collect(Collectors.joining(","));
    }

    /** The container itself refuses it, and says nothing of itself. */
    @Test
    void a_null_in_a_path_is_refused() {
        Http.Answer answer = mall.get("/api/v1/orders/R%001");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("Exception", "Apache", "at org.");
    }

    @Test
    void a_body_of_unsaid_length_has_the_same_limit() {
        byte[] large = utf8("{\"orderNo\":\"" + "가".repeat(3_400_000) + "\"}");
        Http.Answer answer = mall.send(
                "POST",
                "/api/v1/orders",
                new byte[0],
                request -> request.POST(java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(large))));

        assertThat(answer.status()).isEqualTo(413);
        isAProblem(answer);
    }

    @Test
    void the_good_parts_of_a_bad_batch_are_there() {
        String one = fresh();
        String two = fresh();
        Http.Answer answer = mall.post(
                "/api/v1/orders/batch",
                "{\"orders\":[" + ORDER.formatted(one) + ",null,{},7,{\"orderNo\":\"" + fresh()
                        + "\",\"orderedAt\":\"어제\"}," + ORDER.formatted(two) + ","
                        + ORDER.formatted("").replace("39000}", "-1}") + "," + ORDER.formatted(two) + "]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(outcomes(answer.body().path("results")))
                .containsExactly(
                        "created", "rejected", "rejected", "rejected", "rejected", "created", "rejected", "unchanged");
        assertThat(mall.get("/api/v1/orders/" + one).status()).isEqualTo(200);
        assertThat(mall.get("/api/v1/orders/" + two).status()).isEqualTo(200);
    }

    @Test
    void the_good_scans_of_a_bad_batch_are_taken() {
        String number = "9" + fresh().replaceAll("\\D", "");
        String scan = SCAN.replace("900000000001", number);
        Http.Answer answer = carrier.post(
                "/api/v1/scans",
                "[" + scan + ",null,{\"occurredAt\":\"아침\"}," + scan.replace("IN_TRANSIT", "PICKED_UP") + "]");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("parked").asInt()).isEqualTo(2);
        assertThat(answer.body().path("rejected").size()).isEqualTo(2);
        assertThat(answer.body().path("rejected").path(0).path("index").asInt()).isEqualTo(1);
    }

    @Test
    void another_malls_order_does_not_exist() {
        String number = fresh();
        mall.post("/api/v1/orders", ORDER.formatted(number));

        assertThat(other.get("/api/v1/orders/" + number).status()).isEqualTo(404);
        assertThat(other.post("/api/v1/orders/" + number + "/cancellation", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(error(other.post(
                                "/api/v1/shipments",
                                "{\"carrier\":\"kr.hanjin\",\"trackingNumber\":\"1234567890\",\"orders\":[{\"orderNo\":\""
                                        + number + "\"}]}"))
                        .path("code")
                        .asString(""))
                .isEqualTo("unknown");
    }

    @Test
    void a_key_for_repeats_stands_for_one_request_and_is_free_again_after_a_refusal() {
        String key = fresh();
        UnaryOperator<java.net.http.HttpRequest.Builder> withKey = request -> request.header("Idempotency-Key", key);
        String good = ORDER.formatted(fresh());
        String bad = good.replace("39000}", "-1}");

        assertThat(mall.send("POST", "/api/v1/orders", utf8(bad), withKey).status())
                .isEqualTo(422);
        assertThat(mall.send("POST", "/api/v1/orders", utf8(good), withKey).status())
                .isEqualTo(201);
        assertThat(mall.send("POST", "/api/v1/orders", utf8(good), withKey).status())
                .isEqualTo(200);
        Http.Answer reused = mall.send("POST", "/api/v1/orders", utf8(ORDER.formatted(fresh())), withKey);
        assertThat(reused.status()).isEqualTo(409);
        assertThat(reused.code()).isEqualTo("idempotency-key-reused");
    }

    private static List<String> outcomes(JsonNode results) {
        List<String> outcomes = new ArrayList<>();
        results.forEach(result -> outcomes.add(result.path("outcome").asString("")));
        return outcomes;
    }

    private static String fresh() {
        return "B" + java.util.UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }
}
