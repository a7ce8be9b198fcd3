package kr.dochak.tracking.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.carriers.CodeTable.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TRK-3: every code and text a carrier is known to use, in our vocabulary. */
class CodeTableTests {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            kr.cjlogistics   | 11                  | PICKED_UP
            kr.cjlogistics   | 21                  | IN_TRANSIT
            kr.cjlogistics   | 41                  | IN_TRANSIT
            kr.cjlogistics   | 42                  | IN_TRANSIT
            kr.cjlogistics   | 44                  | IN_TRANSIT
            kr.cjlogistics   | 82                  | OUT_FOR_DELIVERY
            kr.cjlogistics   | 91                  | DELIVERED
            kr.lotte         | 12                  | INFO_RECEIVED
            kr.lotte         | 10                  | PICKED_UP
            kr.lotte         | 20                  | IN_TRANSIT
            kr.lotte         | 21                  | IN_TRANSIT
            kr.lotte         | 24                  | IN_TRANSIT
            kr.lotte         | 25                  | IN_TRANSIT
            kr.lotte         | 40                  | OUT_FOR_DELIVERY
            kr.lotte         | 41                  | DELIVERED
            kr.lotte         | 45                  | DELIVERED
            kr.lotte         | 09                  | EXCEPTION
            sweettracker     | 1                   | INFO_RECEIVED
            sweettracker     | 2                   | PICKED_UP
            sweettracker     | 3                   | IN_TRANSIT
            sweettracker     | 4                   | IN_TRANSIT
            sweettracker     | 5                   | OUT_FOR_DELIVERY
            sweettracker     | 6                   | DELIVERED
            sweettracker     | -99                 | EXCEPTION
            tracker-delivery | INFORMATION_RECEIVED| INFO_RECEIVED
            tracker-delivery | AT_PICKUP           | PICKED_UP
            tracker-delivery | IN_TRANSIT          | IN_TRANSIT
            tracker-delivery | OUT_FOR_DELIVERY    | OUT_FOR_DELIVERY
            tracker-delivery | ATTEMPT_FAIL        | ATTEMPT_FAIL
            tracker-delivery | DELIVERED           | DELIVERED
            tracker-delivery | AVAILABLE_FOR_PICKUP| AVAILABLE_FOR_PICKUP
            tracker-delivery | EXCEPTION           | EXCEPTION
            """)
    void TRK_3_a_code_has_one_meaning(String table, String code, String status) {
        assertThat(CodeTable.of(table).code(code, "").map(m -> m.status().name()))
                .contains(status);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            kr.hanjin    | 접수                                    | INFO_RECEIVED
            kr.hanjin    | 대전HUB로 이동중입니다.                  | IN_TRANSIT
            kr.hanjin    | 고객님 상품이 대전HUB에 도착했습니다.     | IN_TRANSIT
            kr.hanjin    | 강남터미널에 입고되었습니다.              | IN_TRANSIT
            kr.hanjin    | 배송준비중입니다.                        | IN_TRANSIT
            kr.hanjin    | 배송출발하였습니다.                      | OUT_FOR_DELIVERY
            kr.hanjin    | 배송완료되었습니다.                      | DELIVERED
            kr.hanjin    | 관부가세 납부 대기                       | HELD CUSTOMS
            kr.epost     | 운송장출력                              | INFO_RECEIVED
            kr.epost     | 접수                                   | INFO_RECEIVED
            kr.epost     | 집하완료                                | PICKED_UP
            kr.epost     | 발송                                   | IN_TRANSIT
            kr.epost     | 도착                                   | IN_TRANSIT
            kr.epost     | 배달준비                                | OUT_FOR_DELIVERY
            kr.epost     | 배달완료 (수령인: 본인)                  | DELIVERED
            kr.epost     | 미배달                                  | ATTEMPT_FAIL
            kr.epost     | 미배달 (폐문부재)                        | ATTEMPT_FAIL RECIPIENT_ABSENT
            kr.epost     | 미배달 (수취인불명, 이사)                 | ATTEMPT_FAIL ADDRESS_WRONG
            kr.epost     | 미배달 (수취거절)                        | ATTEMPT_FAIL REFUSED
            kr.epost     | 신청취소                                | CANCELLED
            kr.epost     | 접수취소                                | CANCELLED
            kr.epost     | 인수완료                                | PICKED_UP
            kr.logen     | 집하완료                                | PICKED_UP
            kr.logen     | 집하출고                                | IN_TRANSIT
            kr.logen     | 터미널입고                              | IN_TRANSIT
            kr.logen     | 터미널출고                              | IN_TRANSIT
            kr.logen     | 행낭적입                                | IN_TRANSIT
            kr.logen     | 배송입고                                | IN_TRANSIT
            kr.logen     | 배송출고                                | OUT_FOR_DELIVERY
            kr.logen     | 배송완료                                | DELIVERED
            kr.coupangls | 운송장 등록                             | INFO_RECEIVED
            kr.coupangls | 집하                                   | PICKED_UP
            kr.coupangls | 센터도착                                | IN_TRANSIT
            kr.coupangls | 센터상차                                | IN_TRANSIT
            kr.coupangls | 캠프도착                                | IN_TRANSIT
            kr.coupangls | 소터분류                                | IN_TRANSIT
            kr.coupangls | 캠프상차                                | IN_TRANSIT
            kr.coupangls | 배송출발                                | OUT_FOR_DELIVERY
            kr.coupangls | 배송완료                                | DELIVERED
            """)
    void TRK_3_a_text_has_one_meaning(String carrier, String text, String expected) {
        Meaning meaning = CodeTable.of(carrier).text(text).orElseThrow();
        assertThat(meaning.status() + (meaning.reason() == null ? "" : " " + meaning.reason()))
                .isEqualTo(expected);
    }

    private static final List<String> CARRIERS =
            Carrier.known().stream().map(Carrier::id).toList();

    private static String meaning(CodeTable table, String text) {
        return table.text(text)
                .map(means -> means.status() + (means.reason() == null ? "" : " " + means.reason()))
                .orElse("none");
    }

    /** TRK-3: every exception has its rows for every carrier, in the words that carriers use for it. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            분실                          | EXCEPTION LOST
            화물 분실 신고                  | EXCEPTION LOST
            파손                          | EXCEPTION DAMAGED
            상품파손으로 배송중지             | EXCEPTION DAMAGED
            상품사고(파손/분실)              | EXCEPTION CARRIER_DATA
            반송                          | RETURNING
            수취거절로 반송중               | RETURNING REFUSED
            반송완료                       | RETURNED
            반송 완료                      | RETURNED
            수취인부재                     | ATTEMPT_FAIL RECIPIENT_ABSENT
            미배송(고객부재)                | ATTEMPT_FAIL RECIPIENT_ABSENT
            통화불가능                     | ATTEMPT_FAIL UNREACHABLE
            오분류                         | EXCEPTION MISSORTED
            분류오류                       | EXCEPTION MISSORTED
            오도착                         | EXCEPTION MISSORTED
            수취거부                       | ATTEMPT_FAIL REFUSED
            인수거절                       | ATTEMPT_FAIL REFUSED
            주소불명                       | ATTEMPT_FAIL ADDRESS_WRONG
            미배달                         | ATTEMPT_FAIL
            미집화                         | INFO_RECEIVED NOT_COLLECTED
            접수취소                       | CANCELLED
            통관중                         | HELD CUSTOMS
            지정일배달                     | HELD WISHED_LATER
            토요휴무                       | HELD CLOSED_DAY
            차량고장/사고                   | HELD VEHICLE
            천재지변                       | HELD WEATHER
            지점보관                       | HELD
            """)
    void TRK_3_every_exception_is_known_of_every_carrier(String text, String expected) {
        assertThat(CARRIERS)
                .allSatisfy(carrier -> assertThat(meaning(CodeTable.ofTexts(new CarrierId(carrier)), text))
                        .as(carrier)
                        .isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"파손주의 상품입니다", "취급주의(파손)", "수취인 부재시 경비실에 맡깁니다", "분실 예방을 위해 문앞 사진을 남깁니다", "고객부재로 문 앞에 두었습니다"})
    void TRK_3_what_may_happen_has_not_happened(String text) {
        assertThat(CARRIERS)
                .allSatisfy(carrier -> assertThat(meaning(CodeTable.ofTexts(new CarrierId(carrier)), text))
                        .as(carrier)
                        .isEqualTo("none"));
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            kr.cjlogistics   | 84        | 고객부재              | ATTEMPT_FAIL RECIPIENT_ABSENT
            kr.cjlogistics   | 84        | 수취거부              | ATTEMPT_FAIL REFUSED
            kr.cjlogistics   | 84        | 분류오류              | EXCEPTION MISSORTED
            kr.cjlogistics   | 84        | 상품사고(파손/분실)     | EXCEPTION CARRIER_DATA
            kr.cjlogistics   | 84        | 지정일배달            | HELD WISHED_LATER
            kr.cjlogistics   | 84        | ''                   | ATTEMPT_FAIL
            kr.cjlogistics   | 12        | ''                   | INFO_RECEIVED NOT_COLLECTED
            kr.cjlogistics   | 01        | 집화지시              | INFO_RECEIVED
            kr.cjlogistics   | 77        | 화물이 분실되었습니다    | EXCEPTION LOST
            kr.lotte         | 02        | 출력                  | INFO_RECEIVED
            kr.lotte         | 46        | 배달불가(수취인부재)    | ATTEMPT_FAIL RECIPIENT_ABSENT
            kr.kdexp         | 0099      | 반송                  | RETURNING
            sweettracker     | -99       | 파손                  | EXCEPTION CARRIER_DATA
            tracker-delivery | EXCEPTION | 통관보류              | HELD CUSTOMS
            """)
    void TRK_3_a_code_that_leaves_the_reason_open_is_read_with_its_words(
            String table, String code, String text, String expected) {
        assertThat(CodeTable.of(table)
                        .code(code, text)
                        .map(means -> means.status() + (means.reason() == null ? "" : " " + means.reason())))
                .contains(expected);
    }

    @Test
    void TRK_3_what_is_in_no_table_is_never_guessed() {
        assertThat(CodeTable.of("kr.cjlogistics").code("77", "")).isEmpty();
        assertThat(CodeTable.of("kr.hanjin").text("드론 이륙")).isEmpty();
        assertThat(CodeTable.of("tracker-delivery").code("UNKNOWN", "")).isEmpty();
    }

    @Test
    void complaint_15_what_was_not_picked_up_never_reads_as_in_transit() {
        assertThat(CodeTable.of("sweettracker")
                        .code("1", "상품준비중")
                        .orElseThrow()
                        .status()
                        .rank())
                .isLessThan(kr.dochak.tracking.ShipmentStatus.PICKED_UP.rank());
        assertThat(CodeTable.of("kr.lotte")
                        .code("12", "")
                        .orElseThrow()
                        .status()
                        .name())
                .isEqualTo("INFO_RECEIVED");
        assertThat(CodeTable.of("kr.epost").text("운송장출력").orElseThrow().status().name())
                .isEqualTo("INFO_RECEIVED");
        assertThat(CodeTable.of("tracker-delivery")
                        .code("INFORMATION_RECEIVED", "")
                        .orElseThrow()
                        .status()
                        .name())
                .isEqualTo("INFO_RECEIVED");
    }
}
