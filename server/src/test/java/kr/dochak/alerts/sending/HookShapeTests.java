package kr.dochak.alerts.sending;

import static org.assertj.core.api.Assertions.assertThat;

import kr.dochak.alerts.Severity;
import kr.dochak.alerts.sending.HookShape.Content;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** MSG-7: what rooms of Slack and Kakao Work read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HookShapeTests {

    private static final Content CONTENT = new Content(
            Severity.GRAVE,
            "care.danger",
            "[긴급] <위험> & 법적인 말이 있는 문의예요 · C20261123-0001",
            "상담을 열어 바로 연락해 주세요.",
            "알림 열기",
            "https://dochak.example/console/alerts/7");

    private static JsonNode json(HookShape shape) {
        return JsonMapper.shared().readTree(shape.json(CONTENT));
    }

    @Test
    void MSG_7_slack_reads_blocks_with_its_three_signs_escaped_and_a_button() {
        JsonNode body = json(HookShape.SLACK);
        assertThat(body.path("text").asString()).startsWith("[긴급] &lt;위험&gt; &amp; 법적인");
        assertThat(body.at("/blocks/0/type").asString()).isEqualTo("section");
        assertThat(body.at("/blocks/0/text/type").asString()).isEqualTo("mrkdwn");
        assertThat(body.at("/blocks/0/text/text").asString()).startsWith("*[긴급] &lt;위험&gt;");
        assertThat(body.at("/blocks/1/elements/0/url").asString()).isEqualTo(CONTENT.link());
    }

    @Test
    void MSG_7_kakao_work_reads_a_header_of_twenty_letters_a_text_and_a_button_to_the_browser() {
        JsonNode body = json(HookShape.KAKAO_WORK);
        assertThat(body.path("text").asString()).isEqualTo(CONTENT.title());
        assertThat(body.at("/blocks/0/type").asString()).isEqualTo("header");
        assertThat(body.at("/blocks/0/text").asString()).hasSize(20).endsWith("…");
        assertThat(body.at("/blocks/0/style").asString()).isEqualTo("red");
        assertThat(body.at("/blocks/1/text").asString()).contains(CONTENT.title(), CONTENT.body());
        assertThat(body.at("/blocks/2/action/type").asString()).isEqualTo("open_system_browser");
        assertThat(body.at("/blocks/2/action/value").asString()).isEqualTo(CONTENT.link());
    }

    @Test
    void MSG_7_any_other_service_reads_plain_fields() {
        JsonNode body = json(HookShape.PLAIN);
        assertThat(body.path("kind").asString()).isEqualTo("care.danger");
        assertThat(body.path("severity").asString()).isEqualTo("GRAVE");
        assertThat(body.path("link").asString()).isEqualTo(CONTENT.link());
    }

    @Test
    void MSG_7_a_good_status_with_a_refusal_inside_is_a_refusal() {
        assertThat(HookShape.refuses("{\"success\": false, \"error\": {}}")).isTrue();
        assertThat(HookShape.refuses("{\"success\":true}")).isFalse();
        assertThat(HookShape.refuses("ok")).isFalse();
    }
}
