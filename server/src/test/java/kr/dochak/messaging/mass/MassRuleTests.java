package kr.dochak.messaging.mass;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.texts.OwnWordsLint;
import kr.dochak.messaging.texts.Template;
import kr.dochak.promise.reach.ChosenOrders.Standing;
import kr.dochak.shared.Problem.FieldError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MSG-2, MSG-5, MSG-9 as tables: who is told by one notice to many, when, after how many agreed, and in which words. */
class MassRuleTests {

    private static final Template MESSAGE = new Template(
            1,
            "mass-notice",
            ChannelName.SMS,
            "ko",
            1,
            "#{headline}",
            "[#{mall}] #{words}\n주문 #{orderNo}, #{at} 기준\n#{link}",
            null);

    @ParameterizedTest
    @CsvSource({
        // chosen, standing, present, reached before, such notices within a day, why not
        "true, UNDER_WAY, true, false, 0,",
        "true, DELIVERED, true, false, 1,",
        "false, DELIVERED, true, false, 0, DELIVERED",
        "false, OVER, true, false, 0, OVER",
        "false, UNDER_WAY, true, false, 0, OTHERWISE",
        "true, UNDER_WAY, false, false, 0, ERASED",
        "true, UNDER_WAY, true, true, 0, SAME_CUSTOMER",
        "true, UNDER_WAY, true, false, 2, ENOUGH",
        "false, DELIVERED, false, true, 5, DELIVERED",
    })
    void MSG_5_who_is_told_once_and_not_too_often(
            boolean chosen, Standing standing, boolean present, boolean before, int within, LeftOut why) {
        assertThat(MassRule.against(new MassRule.Turn(chosen, standing, present, before, within), 2)
                        .orElse(null))
                .isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({
        // in Korea 9 hours later
        "2026-12-01T22:59:59Z, false",
        "2026-12-01T23:00:00Z, true",
        "2026-12-01T03:00:00Z, true",
        "2026-12-01T11:59:59Z, true",
        "2026-12-01T12:00:00Z, false",
    })
    void MSG_2_it_goes_out_by_day(Instant now, boolean goes) {
        assertThat(MassRule.isDay(now)).isEqualTo(goes);
    }

    @ParameterizedTest
    @CsvSource({"1, 500, 1", "499, 500, 1", "500, 500, 2", "5000, 500, 2"})
    void SET_1_many_orders_need_a_second_vote(int orders, int secondFrom, int votes) {
        assertThat(MassRule.votes(orders, secondFrom)).isEqualTo(votes);
    }

    @ParameterizedTest
    @CsvSource({
        "제주 배송이 늦어요, 강풍으로 배가 뜨지 못해요. 첫 배로 보내요.,",
        "제주 배송이 늦어요, 늦은 분께 내일 전화드릴게요., no-task",
        "제주 배송이 늦어요, 기다리신 분께 환불 드려요., no-task",
        "제주 배송이 늦어요, 보상해 드릴게요., no-task",
        "Late, We will refund you., no-task",
        "제주 배송이 늦어요, 대신 오늘만 특가예요., promotion",
        "쿠폰 소식, 지금 확인해 보세요., promotion",
        "제주 배송이 늦어요, 문의는 010-1234-5678로 주세요., personal",
        "제주 배송이 늦어요, 자세히는 #{link}, variable",
        "' ', 글만 있어요, empty",
        "제목이 너무 길어서 사십 바이트를 훌쩍 넘는 글이에요, 짧아요, title-too-long",
    })
    void MSG_9_the_words_are_news_and_promise_nothing(String title, String body, String problem) {
        assertThat(OwnWordsLint.look(MESSAGE, title, body).wrong())
                .extracting(FieldError::code)
                .isEqualTo(problem == null ? List.of() : List.of(problem));
    }

    @ParameterizedTest
    @CsvSource({"900, true", "1000, false"})
    void MSG_3_they_fit_into_one_long_text_message(int letters, boolean fits) {
        assertThat(OwnWordsLint.look(MESSAGE, "늦어요", "가".repeat(letters))
                        .wrong()
                        .isEmpty())
                .isEqualTo(fits);
    }
}
