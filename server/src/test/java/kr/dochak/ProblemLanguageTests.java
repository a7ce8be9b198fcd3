package kr.dochak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A refusal speaks the language of who asks: Korean, or English where {@code Accept-Language} prefers it. */
@ProductTest
class ProblemLanguageTests {

    private static final String KOREAN = "ko-KR,ko;q=0.9,en;q=0.8";
    private static final String ENGLISH = "en-GB,en;q=0.9,ko;q=0.5";

    @Autowired
    private Environment environment;

    private Http mall;

    @BeforeEach
    void caller() {
        mall = new Http(environment, TestKeys.RAINBOW);
    }

    private Http.Answer asked(Http by, String method, String path, String body, String language) {
        return by.send(
                method,
                path,
                body.getBytes(StandardCharsets.UTF_8),
                request -> language.isEmpty() ? request : request.header("Accept-Language", language));
    }

    private String detail(String method, String path, String body, String language) {
        return asked(mall, method, path, body, language).body().path("detail").asString();
    }

    @Test
    void a_problem_is_korean_unless_english_is_preferred() {
        String path = "/api/v1/orders/none-of-this";
        assertThat(detail("GET", path, "", "")).isEqualTo("이 주문번호의 주문이 없어요: none-of-this");
        assertThat(detail("GET", path, "", KOREAN)).isEqualTo("이 주문번호의 주문이 없어요: none-of-this");
        assertThat(detail("GET", path, "", "fr-FR")).isEqualTo("이 주문번호의 주문이 없어요: none-of-this");
        assertThat(detail("GET", path, "", "!?")).isEqualTo("이 주문번호의 주문이 없어요: none-of-this");
        assertThat(detail("GET", path, "", ENGLISH)).isEqualTo("There is no order with this number: none-of-this");
    }

    @Test
    void every_field_is_said_in_that_language_and_keeps_its_code() {
        var korean = asked(mall, "POST", "/api/v1/orders", "{}", "").body().path("errors");
        var english =
                asked(mall, "POST", "/api/v1/orders", "{}", ENGLISH).body().path("errors");
        assertThat(english.size()).isEqualTo(korean.size()).isPositive();
        for (int i = 0; i < korean.size(); i++) {
            assertThat(english.get(i).path("field")).isEqualTo(korean.get(i).path("field"));
            assertThat(english.get(i).path("code")).isEqualTo(korean.get(i).path("code"));
            assertThat(korean.get(i).path("detail").asString()).matches(".*[가-힣].*");
            assertThat(english.get(i).path("detail").asString()).isNotBlank().doesNotMatch(".*[가-힣].*");
        }
    }

    @Test
    void what_is_rejected_in_a_batch_is_said_in_that_language_too() {
        String at = "/api/v1/shipments/batch";
        var rejected = asked(mall, "POST", at, "{\"shipments\":[{}, 7]}", ENGLISH)
                .body()
                .path("results");
        assertThat(rejected.path(0).path("errors").path(0).path("detail").asString())
                .isEqualTo("Please check the carrier's id, such as kr.cjlogistics.");
        assertThat(rejected.path(1).path("errors").path(0).path("detail").asString())
                .isEqualTo("Please send an object ({ … }).");
        var scans = asked(mall, "POST", "/api/v1/scans", "[{}]", ENGLISH).body();
        assertThat(scans.path("detail").asString()).startsWith("None of the scans can be taken.");
        assertThat(scans.path("rejected").path(0).path("detail").asString())
                .startsWith("Please check the carrier's id");
        assertThat(asked(mall, "POST", "/api/v1/scans", "[{}]", "")
                        .body()
                        .path("rejected")
                        .path(0)
                        .path("detail")
                        .asString())
                .isEqualTo("택배사 아이디를 확인해 주세요. 예: kr.cjlogistics");
    }

    @Test
    void a_refusal_before_any_controller_speaks_english_too() {
        Http nobody = new Http(environment, "no-such-key");
        assertThat(asked(nobody, "GET", "/api/v1/orders", "", ENGLISH)
                        .body()
                        .path("detail")
                        .asString())
                .startsWith("This key does not open anything.");
        assertThat(asked(nobody, "GET", "/api/v1/orders", "", "")
                        .body()
                        .path("detail")
                        .asString())
                .startsWith("이 키로는 들어올 수 없어요.");
        assertThat(detail("PATCH", "/api/v1/orders", "{}", ENGLISH))
                .startsWith("This address does not take this method.");
        assertThat(detail("POST", "/api/v1/orders", "{", ENGLISH))
                .startsWith("The JSON cannot be read. Please check near line 1");
    }
}
