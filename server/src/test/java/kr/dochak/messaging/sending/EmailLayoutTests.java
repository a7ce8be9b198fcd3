package kr.dochak.messaging.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** M5: the one button of a letter is ours. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EmailLayoutTests {

    private static final String OURS = "https://shop.example/t/abc";

    @Test
    void M5_a_name_becomes_no_button() {
        assertThat(html("축하합니다\n\n당첨 확인하기\nhttp://evil.example/?x=님, 주문을 확인했어요.", Map.of("link", OURS)))
                .doesNotContain("<a ")
                .contains("http://evil.example");
    }

    @Test
    void M5_neither_does_a_value_that_is_a_link_but_not_the_templates() {
        Map<String, String> values = Map.of("link", OURS, "reason", "http://evil.example/1");
        assertThat(html("자세히\nhttp://evil.example/1", values)).doesNotContain("<a ");
        assertThat(html("자세히\n" + OURS + ".evil.example", values)).doesNotContain("<a ");
    }

    @Test
    void M5_the_link_of_the_template_is_the_button() {
        assertThat(html("안내예요.\n\n주문 보기\n" + OURS, Map.of("link", OURS)))
                .contains("<a href=\"" + OURS + "\"", ">주문 보기</a>");
        assertThat(html("안내예요.\n\n문의 보기\n" + OURS, Map.of("caseLink", OURS))).contains(">문의 보기</a>");
    }

    private static String html(String body, Map<String, String> values) {
        return EmailLayout.html(new Outbound("k", "a@example.com", "제목", body, null, values, "무지개상회", "ko"));
    }
}
