package kr.dochak.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kr.dochak.As;
import kr.dochak.Http;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import kr.dochak.identity.StaffMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** L2: the places where U+0000 was a failure of ours, over HTTP, and the answer they get now. */
@ProductTest
class ImpossibleTextTests {

    private static final String WEBHOOK = "{\"url\":\"%s\",\"description\":\"%s\",\"events\":[\"promise.made\"]}";

    @Autowired
    private Environment environment;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private Http nobody;
    private Http mall;

    @BeforeEach
    void callers() {
        nobody = new Http(environment, "");
        mall = new Http(environment, TestKeys.RAINBOW);
    }

    private Http.Answer form(String path, String body) {
        return nobody.send(
                "POST",
                path,
                body.getBytes(StandardCharsets.US_ASCII),
                request -> request.setHeader("Content-Type", "application/x-www-form-urlencoded")
                        .setHeader("Accept", "text/html"));
    }

    @ParameterizedTest
    @CsvSource({
        "/login, contact=a%00b",
        "/console/login, email=a%00b&password=x",
        "/console/login, email=a&password=%00",
        "/login/code, ticket=1&code=%00",
        "/t/token/messages, message=%00",
        "/t/token/messages, message%00=x",
        "/login, contact=%zz",
        "/login, contact=%",
    })
    void L2_a_form_with_characters_that_cannot_be_is_refused_in_plain_words(String path, String body) {
        Http.Answer answer = form(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).contains("요청을 이해하지 못했어요").doesNotContain("Exception", "Tomcat");
    }

    @ParameterizedTest
    @CsvSource({
        "/login?q=a%00b, 400",
        "/orders?q=%00, 400",
        "/t/token?lang=%00, 400",
        "/policy/compensation?x=%00, 400",
        "/login%00, 400",
        "/login?q=%ED%A0%80, 400",
        "/console/shipments?carrier=%00, 400",
    })
    void L2_so_is_an_address(String path, int status) {
        assertThat(nobody.get(path).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/orders?after=%00",
        "/api/v1/shipments/kr.epost/1?x=%00",
        "/api/v1/webhooks/1/deliveries?state=a%00",
    })
    void L2_a_program_gets_a_problem(String path) {
        Http.Answer answer = mall.get(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("characters");
        assertThat(answer.text()).contains("U+0000");
    }

    @Test
    void L2_JSON_with_them_names_the_field() {
        String order = fresh();
        assertThat(mall.post("/api/v1/orders", order(order)).status()).isEqualTo(201);
        says(
                mall.post("/api/v1/orders/" + order + "/cancellation", "{\"reason\":\"a\\u0000\"}"),
                "reason",
                "control-character");
        says(
                mall.post(
                        "/api/v1/orders/" + order + "/delivery-request/answer",
                        "{\"passedOn\":false,\"reason\":\"\\u0000\"}"),
                "reason",
                "control-character");
        says(
                mall.post("/api/v1/webhooks", WEBHOOK.formatted("https://example.com/", "\\ud800")),
                "description",
                "encoding");
        says(
                mall.post("/api/v1/promises/quotes", "{\"quotes\":[{},{\"recipient\":{\"postcode\":\"\\u0000\"}}]}"),
                "quotes[1].recipient.postcode",
                "control-character");
        says(
                mall.post("/api/v1/shipments", "{\"carrier\":\"kr.hanjin\",\"trackingNumber\":\"\\u0000\"}"),
                "trackingNumber",
                "control-character");
    }

    private static void says(Http.Answer answer, String field, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.body().path("errors").path(0).path("field").asString(""))
                .isEqualTo(field);
        assertThat(answer.body().path("errors").path(0).path("code").asString(""))
                .isEqualTo(code);
    }

    @Test
    void six_characters_after_an_escaped_backslash_are_a_text_as_any_other() {
        assertThat(Characters.arePossibleInJson("{\"a\":\"\\\\u0000\"}")).isTrue();
        assertThat(Characters.arePossibleInJson("{\"a\":\"\\\\\\u0000\"}")).isFalse();
        assertThat(Characters.arePossibleInJson("{\"a\":\"\\u00001\"}")).isFalse();
        assertThat(Characters.arePossible("지민🎉")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"//127.0.0.1", "//", "/x", "''"})
    void L2_an_address_of_a_webhook_without_its_beginning_is_no_address(String url) {
        Http.Answer answer = mall.post("/api/v1/webhooks", WEBHOOK.formatted(url, ""));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.body().path("errors").path(0).path("field").asString(""))
                .isEqualTo("url");
    }

    @Test
    void L2_a_hook_with_them_is_refused_whoever_signed_it() {
        assertThat(nobody.post("/hooks/nhn/sms", "{\"hooks\":[{\"requestId\":\"a\\u0000\"}]}")
                        .status())
                .isEqualTo(400);
        assertThat(nobody.post("/hooks/sweettracker", "{\"fid\":\"\\u0000\"}").status())
                .isEqualTo(400);
        assertThat(nobody.post("/hooks/tracker-delivery/x", "{\"trackingNumber\":\"\\u0000\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_search_is_as_long_as_what_one_looks_for() {
        assertThat(nobody.get("/login?q=" + "a".repeat(200)).status()).isEqualTo(200);
        assertThat(nobody.get("/login?q=" + "a".repeat(201)).status()).isEqualTo(400);
    }

    @Test
    void L2_the_fields_beside_a_file_are_looked_at_once_it_is_known_who_sends_it() throws Exception {
        var mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        int status = mvc.perform(multipart("/console/imports")
                        .file(new MockMultipartFile("file", "a\0.csv", "text/csv", new byte[] {1}))
                        .param("mapping", "a\0")
                        .with(csrf())
                        .with(As.staff(jdbc, StaffMember.Role.LEAD)))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(status).isEqualTo(400);
    }

    private static String fresh() {
        return "L" + UUID.randomUUID().toString().substring(0, 18);
    }

    private static String order(String no) {
        return """
                {"orderNo":"%s","orderedAt":"2026-11-23T08:30:00+09:00","customer":{"id":"l-2","name":"김지민"},
                 "recipient":{"name":"김지민","postcode":"06236","address1":"테헤란로 152"},
                 "items":[{"name":"포트","quantity":1,"unitPrice":1000}]}""".formatted(no);
    }
}
