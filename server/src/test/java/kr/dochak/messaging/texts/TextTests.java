package kr.dochak.messaging.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kr.dochak.compensation.CompensationFact.Kind;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.GrantFact;
import kr.dochak.promise.PromiseFact.DelayCause;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** MSG-2 and MSG-3: the words, and what may not be among them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TextTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            late-6h | POINTS | 5 | 1950 | 약속보다 6시간 이상 늦어져 보상 기준에 따라 포인트 1,950P를 드렸어요.
            slot-15m | POINTS | | 1000 | 약속보다 15분 이상 늦어져 보상 기준에 따라 포인트 1,000P를 드렸어요.
            late-3d | COUPON | 10 | 5000 | 약속보다 3일 이상 늦어져 보상 기준에 따라 10% 할인 쿠폰(최대 5,000원)을 드렸어요.
            stock   | COUPON | | 3000 | 배송 약속을 지키지 못해 보상 기준에 따라 3,000원 할인 쿠폰을 드렸어요.
            """)
    void a_grant_is_one_sentence_of_ground_and_amount(
            String rule, Kind kind, @org.jspecify.annotations.Nullable Integer percent, long won, String sentence) {
        assertThat(GrantText.sentence(List.of(new GrantFact(rule, kind, percent, won)), "ko"))
                .isEqualTo(sentence);
    }

    @Test
    void a_grant_in_english() {
        assertThat(GrantText.sentence(List.of(new GrantFact("late-6h", Kind.POINTS, 5, 1950)), "en"))
                .isEqualTo(
                        "Because your parcel is at least 6 hours late, our compensation policy gives you 1,950 points.");
    }

    @ParameterizedTest
    @EnumSource(DelayCause.class)
    void every_cause_has_words_without_blame(DelayCause cause) {
        for (String place : new String[] {"", "옥천HUB"}) {
            assertThat(CauseText.reason(cause, place, "ko"))
                    .endsWith("요")
                    .doesNotContain("물류량")
                    .doesNotContain("죄송");
            assertThat(CauseText.reason(cause, place, "en"))
                    .doesNotContainPattern("[가-힣]{3,}")
                    .isNotBlank();
        }
    }

    @Test
    void a_hub_is_called_by_its_name() {
        assertThat(CauseText.reason(DelayCause.HUB_BACKLOG, "옥천HUB", "ko")).isEqualTo("옥천 허브에서 분류가 밀려 있어요");
        assertThat(CauseText.reason(DelayCause.HUB_BACKLOG, null, "ko")).isEqualTo("물류 허브에서 분류가 밀려 있어요");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            delayed   | ALIMTALK | 늦어져요. 새 도착: #{window} #{link}            |
            delayed   | ALIMTALK | 늦어져요. 곧 도착해요. #{link}                 | no-date no-window
            delayed   | ALIMTALK | 늦어져요. 새 도착: #{window}                   | no-link
            delayed   | INBOX    | 늦어져요. 새 도착: #{window}                   |
            shipped   | SMS      | 출발했어요. #{at} #{link}                      | no-window
            delivered | SMS      | 도착했어요(#{at}). #{link} 특가 보러 가기      | promotion
            delivered | SMS      | (광고) 도착했어요(#{at}). #{link}              | promotion
            delivered | EMAIL    | #{address}에 도착했어요(#{at}). #{link}        | unknown-variable
            """)
    void MSG_3_a_text_that_lacks_what_matters_may_not_go_out(
            String wording, ChannelName channel, String body, @org.jspecify.annotations.Nullable String problems) {
        Template text = new Template(0, wording, channel, "ko", 1, "제목", body, null);

        List<String> expected = problems == null ? List.of() : Arrays.asList(problems.split(" "));
        assertThat(TemplateLint.check(text, TemplateExamples.values("ko")))
                .extracting(TemplateLint.Finding::problem)
                .containsExactlyElementsOf(expected);
    }

    @Test
    void MSG_3_lengths_are_measured_with_long_values() {
        Template alimtalk = new Template(
                0, "delayed", ChannelName.ALIMTALK, "ko", 1, "제목", "가".repeat(960) + "#{window} #{link}", null);
        Template sms =
                new Template(0, "delayed", ChannelName.SMS, "ko", 1, "제목", "가".repeat(990) + "#{window} #{link}", null);

        assertThat(List.of(alimtalk, sms))
                .allSatisfy(text -> assertThat(TemplateLint.check(text, TemplateExamples.values("ko")))
                        .extracting(TemplateLint.Finding::problem)
                        .contains("too-long"));
    }

    @Test
    void a_value_with_a_dollar_sign_is_only_a_value() {
        Template text = new Template(0, "x", ChannelName.SMS, "ko", 1, "", "#{name}님", null);

        assertThat(text.render(Map.of("name", "$1\\")).body()).isEqualTo("$1\\님");
    }
}
