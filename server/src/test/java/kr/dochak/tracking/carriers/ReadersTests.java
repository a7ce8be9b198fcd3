package kr.dochak.tracking.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Seoul;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.carriers.CarrierAnswer.Found;
import kr.dochak.tracking.carriers.CarrierAnswer.Refused;
import kr.dochak.tracking.carriers.CarrierAnswer.UnknownCode;
import kr.dochak.tracking.carriers.CarrierAnswer.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** TRK-1, TRK-3: each carrier's answer in its own shape becomes events in our words, at Korean times, without persons. */
class ReadersTests {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd HH:mm");

    private static CarrierAnswer read(Source source, String body) {
        return source.reader().read(carrierOf(source), new RawAnswer(200, body));
    }

    static CarrierId carrierOf(Source source) {
        return Carrier.known().stream()
                .map(Carrier::carrierId)
                .filter(source::speaksOf)
                .findFirst()
                .orElseThrow();
    }

    private static Found found(Source source, String body) {
        return (Found) read(source, body);
    }

    private static String told(Found found) {
        return found.events().stream()
                .map(event -> TIME.format(Seoul.at(event.occurredAt())) + " " + event.status() + " " + event.place()
                        + (event.reason() == null ? "" : " " + event.reason()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void TRK_1_CJ() {
        assertThat(told(found(Source.CJ, Recorded.CJ))).isEqualTo("""
                23 18:10 PICKED_UP 서울강남
                23 23:40 IN_TRANSIT 옥천HUB
                24 09:02 OUT_FOR_DELIVERY 부산해운대
                24 15:41 DELIVERED 부산해운대""");
    }

    @Test
    void TRK_1_Lotte_signed_counts_only_without_a_delivery() {
        assertThat(told(found(Source.LOTTE, Recorded.LOTTE))).isEqualTo("""
                23 10:15 INFO_RECEIVED 강남
                23 18:30 PICKED_UP 강남
                24 01:30 IN_TRANSIT 진천HUB
                24 15:10 DELIVERED 해운대""");
        String onlySigned = Recorded.LOTTE.replace("\"41\"", "\"40\"");
        assertThat(told(found(Source.LOTTE, onlySigned))).endsWith("""
                24 15:10 OUT_FOR_DELIVERY 해운대
                24 15:10 DELIVERED 해운대""");
    }

    @Test
    void TRK_1_a_scan_of_Lotte_without_an_hour_is_the_same_scan_when_more_have_come() {
        String hourless = Recorded.LOTTE.replace("\"101500\"", "\"------\"");
        String first = hourless.substring(0, hourless.indexOf(",\n  {", hourless.indexOf("\"12\""))) + "]}";

        assertThat(told(found(Source.LOTTE, first))).isEqualTo("23 00:00 INFO_RECEIVED 강남");
        assertThat(told(found(Source.LOTTE, hourless))).startsWith("""
                23 00:00 INFO_RECEIVED 강남
                23 18:30 PICKED_UP 강남
                24""");
    }

    @Test
    void TRK_1_Kyungdong() {
        assertThat(told(found(Source.KDEXP, Recorded.KDEXP))).isEqualTo("""
                23 17:40 IN_TRANSIT 강남영업소
                24 01:30 IN_TRANSIT 옥천
                24 07:10 IN_TRANSIT 해운대영업소
                24 09:20 OUT_FOR_DELIVERY 해운대영업소
                24 13:05 DELIVERED 해운대영업소""");
        assertThat(told(found(Source.KDEXP, Recorded.KDEXP.replace("2026-11-24 13:05:00", "2026.11.24 13:05"))))
                .endsWith("24 13:05 DELIVERED 해운대영업소");
    }

    @Test
    void TRK_1_Hanjin() {
        assertThat(told(found(Source.HANJIN, Recorded.HANJIN))).isEqualTo("""
                23 17:20 INFO_RECEIVED 강남
                23 23:05 IN_TRANSIT 대전HUB
                24 08:55 OUT_FOR_DELIVERY 해운대
                24 14:20 DELIVERED 해운대""");
    }

    @Test
    void TRK_1_the_post_office() {
        assertThat(told(found(Source.EPOST, Recorded.EPOST))).isEqualTo("""
                23 19:25 INFO_RECEIVED 강남우체국
                23 20:59 IN_TRANSIT 동서울우편집중국
                24 06:26 IN_TRANSIT 해운대우체국
                24 07:47 OUT_FOR_DELIVERY 해운대우체국
                24 11:02 ATTEMPT_FAIL 해운대우체국 RECIPIENT_ABSENT""");
    }

    @Test
    void TRK_1_Logen_what_a_page_adds_for_people_means_nothing() {
        assertThat(told(found(Source.LOGEN, Recorded.LOGEN))).isEqualTo("""
                23 18:05 PICKED_UP 서초
                23 22:10 IN_TRANSIT 대전TML
                24 09:11 OUT_FOR_DELIVERY 해운대""");
    }

    @Test
    void TRK_1_Coupang_Logistics() {
        assertThat(told(found(Source.COUPANG_LS, Recorded.COUPANG_LS))).isEqualTo("""
                23 12:00 INFO_RECEIVED 고양
                23 23:40 IN_TRANSIT 고양센터
                24 03:20 IN_TRANSIT 서초1캠프
                24 09:30 OUT_FOR_DELIVERY 서초1캠프""");
    }

    @Test
    void TRK_1_the_same_event_by_an_aggregator_is_the_same_scan() {
        List<Long> direct = hashes(found(Source.CJ, Recorded.CJ));
        List<Long> aggregated = hashes(found(Source.SWEETTRACKER, Recorded.SWEETTRACKER));
        assertThat(direct).startsWith(aggregated.toArray(Long[]::new));
    }

    private static List<Long> hashes(Found found) {
        return found.events().stream()
                .map(event -> event.scan(new CarrierId("kr.cjlogistics"), new TrackingNumber("612345678905"))
                        .hash())
                .toList();
    }

    @Test
    void TRK_1_tracker_delivery_is_read_in_whatever_order_and_tells_what_it_does_not_know() {
        Found found = found(Source.TRACKER_DELIVERY, Recorded.TRACKER_DELIVERY);
        assertThat(told(found)).isEqualTo("""
                23 18:10 PICKED_UP\s
                23 23:40 IN_TRANSIT\s
                24 09:02 OUT_FOR_DELIVERY\s""");
        assertThat(found.unknown()).containsExactly(new UnknownCode("UNKNOWN", "새로운 상태"));
    }

    @Test
    void TRK_1_Sweettracker_pushes_one_event() {
        var pushed = JsonMapper.shared().readTree("""
                {"secret_value":"s","fid":"f","invoice_no":"612345678905","level":"6","time_trans":"2026-11-24 15:41:37",
                 "time_sweet":"2026-11-24 15:43:00","where":"부산해운대","telno_office":"051-1","telno_man":"010-2345-6789","details":"배송완료",
                 "recv_addr":"부산","recv_name":"김지민","send_name":"무지개","man":"홍길동","estmate":""}""");
        assertThat(told((Found) Source.pushed(new CarrierId("kr.cjlogistics"), pushed)))
                .isEqualTo("24 15:41 DELIVERED 부산해운대");
    }

    @Test
    void TRK_3_an_unknown_code_moves_nothing_and_is_kept_as_it_was_written() {
        Found found = found(Source.CJ, Recorded.CJ.replace("\"crgSt\":\"41\"", "\"crgSt\":\"57\""));
        assertThat(found.events()).hasSize(3);
        assertThat(found.unknown()).containsExactly(new UnknownCode("57", "배송지역으로 상품이 이동중입니다."));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            CJ               | 200 | NOT_FOUND | {"parcelResultMap":{"resultList":[]},"parcelDetailResultMap":{"resultList":[]}}
            CJ               | 200 | BROKEN    | {"parcelResultMap":null}
            CJ               | 200 | BROKEN    | <html><body>새 배송조회</body></html>
            CJ               | 200 | BROKEN    | ''
            LOTTE            | 200 | NOT_FOUND | {"errorCd":"9","errorNm":"no data","tracking":[]}
            LOTTE            | 200 | BROKEN    | {"errorCd":"0"}
            KDEXP            | 200 | NOT_FOUND | {"result":"suc","data":{"scanList":[]}}
            KDEXP            | 200 | BROKEN    | {"result":"fail"}
            KDEXP            | 200 | BROKEN    | {"result":"suc","data":null}
            HANJIN           | 200 | NOT_FOUND | <p>운송장이 등록되지 않았거나 업체에서 상품을 준비중입니다.</p>
            HANJIN           | 200 | BROKEN    | <html><div id="app"></div></html>
            EPOST            | 200 | BROKEN    | <html><body><table><tr><td>새 화면</td></tr></table></body></html>
            LOGEN            | 200 | NOT_FOUND | <table><tr class="empty"><td>조회 결과가 없습니다.</td></tr></table>
            SWEETTRACKER     | 200 | NOT_FOUND | {"status":false,"msg":"유효하지 않은 운송장번호 입니다.","code":"104"}
            SWEETTRACKER     | 200 | BUSY      | {"status":false,"msg":"조회 한도를 초과하였습니다.","code":"103"}
            SWEETTRACKER     | 200 | KEY       | {"status":false,"msg":"유효하지 않은 키 입니다.","code":"101"}
            SWEETTRACKER     | 200 | BROKEN    | {"status":false,"msg":"시스템 오류","code":"99"}
            TRACKER_DELIVERY | 200 | NOT_FOUND | {"errors":[{"extensions":{"code":"NOT_FOUND"}}],"data":null}
            TRACKER_DELIVERY | 200 | KEY       | {"errors":[{"extensions":{"code":"UNAUTHENTICATED"}}],"data":null}
            TRACKER_DELIVERY | 200 | BROKEN    | {"errors":[{"extensions":{"code":"INTERNAL"}}],"data":null}
            TRACKER_DELIVERY | 200 | BROKEN    | {"data":{"track":null}}
            """)
    void TRK_5_no_news_and_no_answer_are_told_apart(Source source, int status, String kind, String body) {
        assertThat(source.reader()
                        .read(carrierOf(source), new RawAnswer(status, body))
                        .kind())
                .isEqualTo(kind);
    }

    /** A8: what freshly printed waybills are answered with, and its neighbours, is about the parcel and never about the route. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            SWEETTRACKER     | NOT_FOUND | {"complete":false,"invoiceNo":"600000000000","itemName":"","level":0,"result":"N","completeYN":"N"}
            SWEETTRACKER     | NOT_FOUND | {"invoiceNo":"600000000000","level":0,"result":"N","trackingDetails":null}
            SWEETTRACKER     | NOT_FOUND | {"invoiceNo":"600000000000","level":0,"result":"Y"}
            SWEETTRACKER     | FOUND     | {"invoiceNo":"600000000000","level":1,"result":"Y","trackingDetails":[]}
            SWEETTRACKER     | NOT_NOW   | {"status":false,"msg":"조회 한도를 초과하였습니다.","code":"105"}
            SWEETTRACKER     | NOT_NOW   | {"status":false,"msg":"동일 운송장 조회 횟수를 초과하였습니다.","code":"106"}
            SWEETTRACKER     | BROKEN    | {"result":"N"}
            SWEETTRACKER     | BROKEN    | {"invoiceNo":"600000000000","level":0,"result":"N","code":"99"}
            CJ               | NOT_FOUND | {"parcelResultMap":{"resultList":[],"paramInvcNo":"600000000000"}}
            CJ               | NOT_FOUND | {"parcelResultMap":{"resultList":[]},"parcelDetailResultMap":{"resultList":null}}
            CJ               | FOUND     | {"parcelResultMap":{"resultList":[{"invcNo":"600000000000"}]},"parcelDetailResultMap":{"resultList":[]}}
            LOTTE            | NOT_FOUND | {"errorCd":"-1","errorNm":"운송장번호가 존재하지 않습니다.","tracking":null}
            LOTTE            | BROKEN    | {"errorCd":"-1","errorNm":"시스템 오류","tracking":null}
            KDEXP            | NOT_FOUND | {"result":"suc","data":{"info":null,"scanList":null}}
            TRACKER_DELIVERY | NOT_FOUND | {"errors":[{"extensions":{"code":"BAD_REQUEST"}}],"data":null}
            """)
    void A8_no_data_yet_is_about_the_parcel(Source source, String kind, String body) {
        CarrierAnswer answer = read(source, body);
        assertThat(answer.kind()).isEqualTo(kind);
        assertThat(answer.isAboutRoute()).isEqualTo(kind.equals("BROKEN"));
    }

    @Test
    void complaint_4_a_hidden_queue_is_a_refusal_for_now_and_not_an_unknown_parcel() {
        assertThat(read(Source.HANJIN, Recorded.HANJIN_QUEUE)).isEqualTo(new Refused(Why.BUSY, "notice"));
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void complaint_5_a_blocked_address_and_a_broken_gateway_are_told_apart_from_unknown_parcels(Source source) {
        AnswerReader reader = source.reader();
        CarrierId carrier = carrierOf(source);
        assertThat(reader.read(carrier, new RawAnswer(403, "<html>Forbidden</html>")))
                .isEqualTo(new Refused(Why.BLOCKED, "http-403"));
        assertThat(reader.read(carrier, new RawAnswer(502, "Bad Gateway")))
                .isEqualTo(new CarrierAnswer.Broken("http-502"));
        assertThat(reader.read(carrier, new RawAnswer(200, "<html>Access Denied</html>")))
                .isEqualTo(new Refused(Why.BLOCKED, "notice"));
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void no_person_leaves_a_reader_and_what_is_kept_reads_the_same(Source source) {
        RawAnswer raw = new RawAnswer(200, Recorded.of(source));
        RawAnswer kept = source.reader().withoutPersons(raw);

        assertThat(kept.body()).doesNotContain("홍길동", "2345-6789", "김지민", "김*민", "부산 해운대구", "hong.jpg");
        assertThat(read(source, raw.body()).toString()).doesNotContain("홍길동", "2345-6789", "김지민");
        assertThat(source.reader().read(carrierOf(source), kept)).isEqualTo(read(source, raw.body()));
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void of_an_answer_that_cannot_be_read_no_word_is_kept(Source source) {
        String changed = "<html><title>배송조회</title><div id=\"app\" class=\"new look\">"
                + "<b>김지민</b> 부산 해운대구 <i>010-2345-6789</i></div></html>";
        String json = "{\"who\":\"김지민\",\"phones\":[\"01023456789\"],\"no\":1023456789}";

        assertThat(source.reader().withoutPersons(new RawAnswer(200, changed)).body())
                .isEqualTo("배송조회 #root html head title body div#app.new.look b i");
        assertThat(source.reader().withoutPersons(new RawAnswer(200, json)).body())
                .doesNotContain("김지민", "1023456789");
    }
}
