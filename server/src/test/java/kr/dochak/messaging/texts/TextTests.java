package kr.dochak.messaging.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kr.dochak.compensation.CompensationFact.Kind;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.GrantFact;
import kr.dochak.messaging.reasons.CauseText;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.causes.LostTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** MSG-2 and MSG-3: the words, and what may not be among them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TextTests {

    private static final Instant NOON = Instant.parse("2026-11-24T03:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            360   |         | POINTS | 5  | 1950 | 약속보다 6시간 이상 늦어져 보상 기준에 따라 포인트 1,950P를 드렸어요.
            480   |         | POINTS | 5  | 1950 | 약속보다 8시간 이상 늦어져 보상 기준에 따라 포인트 1,950P를 드렸어요.
            15    |         | POINTS |    | 1000 | 약속보다 15분 이상 늦어져 보상 기준에 따라 포인트 1,000P를 드렸어요.
            4320  |         | COUPON | 10 | 5000 | 약속보다 3일 이상 늦어져 보상 기준에 따라 10% 할인 쿠폰(최대 5,000원)을 드렸어요.
                  | LOST    | POINTS |    | 5000 | 상품이 분실되어 보상 기준에 따라 포인트 5,000P를 드렸어요.
                  | DAMAGED | POINTS |    | 5000 | 상품이 파손되어 보상 기준에 따라 포인트 5,000P를 드렸어요.
                  | STOCK   | COUPON |    | 3000 | 배송 약속을 지키지 못해 보상 기준에 따라 3,000원 할인 쿠폰을 드렸어요.
                  |         | POINTS | 5  | 1950 | 배송 약속을 지키지 못해 보상 기준에 따라 포인트 1,950P를 드렸어요.
            """)
    void ASR_4_the_ground_of_a_grant_is_the_rule_it_was_given_by_and_never_its_name(
            @Nullable Integer minutes,
            @Nullable DelayCause cause,
            Kind kind,
            @Nullable Integer percent,
            long won,
            String sentence) {
        GrantFact grant = new GrantFact("late-6h", kind, percent, won, 3L, minutes, cause);

        assertThat(GrantText.sentence(List.of(grant), false, "ko")).isEqualTo(sentence);
    }

    @Test
    void what_is_given_before_the_parcel_is_late_does_not_say_that_it_was() {
        GrantFact grant = new GrantFact("late-6h", Kind.POINTS, 5, 1950, 3L, 360, null);

        assertThat(GrantText.sentence(List.of(grant), true, "ko"))
                .isEqualTo("약속보다 6시간 이상 늦어질 것 같아 보상 기준에 따라 포인트 1,950P를 드렸어요.");
        assertThat(GrantText.sentence(List.of(grant), true, "en"))
                .isEqualTo(
                        "Because your parcel will probably be at least 6 hours late, our compensation policy gives you"
                                + " 1,950 points.");
    }

    @Test
    void a_grant_in_english() {
        assertThat(GrantText.sentence(
                        List.of(new GrantFact("late-6h", Kind.POINTS, 5, 1950, 3L, 360, null)), false, "en"))
                .isEqualTo(
                        "Because your parcel is at least 6 hours late, our compensation policy gives you 1,950 points.");
    }

    @ParameterizedTest
    @EnumSource(DelayCause.class)
    void every_cause_has_words_without_blame(DelayCause cause) {
        for (String place : new String[] {"", "옥천HUB"}) {
            assertThat(CauseText.reason(cause, place, null, NOON, "ko"))
                    .endsWith("요")
                    .doesNotContain("물류량")
                    .doesNotContain("죄송");
            assertThat(CauseText.reason(cause, place, null, NOON, "en"))
                    .doesNotContainPattern("[가-힣]{3,}")
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            HUB_BACKLOG | STAY        | 옥천HUB | ''      | 6  | -  | 120 | 옥천HUB에서 6시간째 기다리고 있어요, 보통 2시간이에요 | It has been waiting 6 hours at 옥천HUB, usually 2 hours
            HUB_BACKLOG | STAY        | 옥천HUB | ''      | 30 | 4  | 180 | 옥천HUB에서 26시간 기다렸어요, 보통 3시간이에요 | It waited 26 hours at 옥천HUB, usually 3 hours
            HUB_BACKLOG | STAY        | 옥천HUB | ''      | 6  | -  | -   | 옥천HUB에서 6시간째 기다리고 있어요 | It has been waiting 6 hours at 옥천HUB
            LINE_HAUL   | LEG         | 옥천HUB | ''      | 9  | -  | 240 | 옥천HUB에서 떠난 지 9시간인데 아직 다음 곳에 닿지 않았어요, 보통 4시간이에요 | It left 옥천HUB 9 hours ago and has not reached the next stop, usually 4 hours
            LINE_HAUL   | LEG         | 옥천HUB | 강남SUB | 30 | 2  | 240 | 옥천HUB에서 강남SUB까지 오는 데 28시간 걸렸어요, 보통 4시간이에요 | From 옥천HUB to 강남SUB it took 28 hours, usually 4 hours
            LAST_MILE   | STAY        | 강남SUB | ''      | 50 | -  | 240 | 강남SUB에서 2일째 기다리고 있어요, 보통 4시간이에요 | It has been waiting 2 days at 강남SUB, usually 4 hours
            LAST_MILE   | TOUR        | 강남SUB | ''      | 20 | -  | 300 | 강남SUB에서 배송을 나선 지 20시간인데 아직 전해 드리지 못했어요, 보통 5시간이에요 | The driver set out from 강남SUB 20 hours ago and has not reached you, usually 5 hours
            PICKING     | PREPARATION | 인천    | ''      | 12 | -  | 90  | 인천 물류센터에서 상품을 준비하는 데 12시간째예요, 보통 2시간이에요 | Our warehouse in 인천 has been getting it ready for 12 hours, usually 2 hours
            HANDOVER    | WAIT        | 인천    | ''      | 30 | 6  | 480 | 인천 물류센터에서 택배사를 24시간 기다렸어요, 보통 8시간이에요 | It waited 24 hours for the carrier in 인천, usually 8 hours
            WEATHER     | LEG         | 강원    | ''      | 9  | -  | 240 | 강원 쪽 날씨 때문에 9시간째 늦어지고 있어요, 보통 4시간이에요 | The weather near 강원 has been holding it up for 9 hours, usually 4 hours
            MISSORTED   | AGAIN       | 군포터미널 | ''   | 9  | -  | -   | 군포터미널로 잘못 나뉘어서 다시 보내고 있어요 | It was sorted to 군포터미널 by mistake and is being sent on
            ABSENCE     | AGAIN       | 강남SUB | ''      | 9  | -  | -   | 방문했을 때 전해 드리지 못해서 다시 찾아가요 | We could not hand it over when we came, so we will come again
            """)
    void PRM_4_a_cause_is_a_place_and_how_long_it_took_there(
            DelayCause cause,
            LostTime.Part part,
            String place,
            String toward,
            int began,
            @Nullable Integer ended,
            @Nullable Integer usual,
            String korean,
            String english) {
        LostTime lost = new LostTime(
                part,
                place,
                toward,
                NOON.minus(Duration.ofHours(began)),
                ended == null ? null : NOON.minus(Duration.ofHours(ended)),
                usual == null ? null : Duration.ofMinutes(usual));
        assertThat(CauseText.reason(cause, "다른 곳", lost, NOON, "ko")).isEqualTo(korean);
        assertThat(CauseText.reason(cause, "elsewhere", lost, NOON, "en")).isEqualTo(english);
    }

    @Test
    void a_hub_is_called_by_its_name() {
        assertThat(CauseText.reason(DelayCause.HUB_BACKLOG, "옥천HUB", null, NOON, "ko"))
                .isEqualTo("옥천HUB에서 분류가 밀려 있어요");
        assertThat(CauseText.reason(DelayCause.HUB_BACKLOG, null, null, NOON, "ko"))
                .isEqualTo("물류 허브에서 분류가 밀려 있어요");
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
