package kr.dochak.simulator.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.simulator.carriers.Carrier;
import kr.dochak.simulator.carriers.Parcel;
import kr.dochak.simulator.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Each shape has the fields that are documented, from one parcel that went all its way. */
class ShapesTests {

    private final Korea korea = new Korea();

    private JsonNode json(Source source, Parcel parcel) {
        return Json.read(korea.ask(source, parcel.trackingNumber()).body());
    }

    private static Set<String> names(JsonNode node) {
        return node.propertyStream().map(java.util.Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static List<String> each(JsonNode rows, String field) {
        return rows.valueStream().map(row -> row.path(field).asString("")).toList();
    }

    @Test
    void cj_tells_the_parcel_and_its_events_by_code() {
        JsonNode body = json(Source.CJ, korea.delivered(Carrier.CJ));
        JsonNode parcel = body.path("parcelResultMap").path("resultList").path(0);
        assertThat(names(parcel))
                .contains(
                        "invcNo",
                        "sendrNm",
                        "rcvrNm",
                        "itemNm",
                        "qty",
                        "rgmailNo",
                        "oriTrspbillnum",
                        "rtnTrspbillnum",
                        "nsDlvNm");
        assertThat(parcel.path("rcvrNm").asString()).isEqualTo("김*민");
        JsonNode events = body.path("parcelDetailResultMap").path("resultList");
        assertThat(names(events.path(0)))
                .contains("crgNm", "crgSt", "dTime", "regBranId", "regBranNm", "scanNm", "empImgNm");
        assertThat(each(events, "crgSt")).containsExactly("11", "21", "42", "41", "44", "82", "91");
        assertThat(each(events, "dTime"))
                .allMatch(time -> time.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.0"));
        assertThat(events.path(6).path("crgNm").asString()).contains("담당사원", "010-0000-0000");
    }

    @Test
    void cj_knows_papers_without_events_and_unknown_numbers_by_an_empty_list() {
        JsonNode papers = json(Source.CJ, korea.parcel(Carrier.CJ, 1));
        assertThat(papers.path("parcelResultMap").path("resultList")).hasSize(1);
        assertThat(papers.path("parcelDetailResultMap").path("resultList")).isEmpty();
        JsonNode unknown = Json.read(korea.ask(Source.CJ, "600000000000").body());
        assertThat(unknown.path("parcelResultMap").path("resultList")).isEmpty();
    }

    @Test
    void lotte_tells_days_and_hours_apart_and_who_signed_last() {
        JsonNode body = json(Source.LOTTE, korea.delivered(Carrier.LOTTE));
        assertThat(names(body)).containsExactlyInAnyOrder("errorCd", "errorNm", "result", "tracking");
        JsonNode rows = body.path("tracking");
        assertThat(names(rows.path(0)))
                .containsExactlyInAnyOrder(
                        "BRNSHP_CD",
                        "BRNSHP_NM",
                        "BRNSHP_TEL",
                        "EMP_NM",
                        "EMP_NO",
                        "EMP_TEL",
                        "GODS_STAT_CD",
                        "GODS_STAT_NM",
                        "PTN_BRNSHP_NM",
                        "SCAN_YMD",
                        "SCAN_TME",
                        "STATUS");
        assertThat(each(rows, "GODS_STAT_CD")).containsExactly("12", "10", "20", "21", "24", "25", "40", "41", "45");
        assertThat(each(rows, "SCAN_YMD")).allMatch(day -> day.matches("\\d{8}"));
        assertThat(each(rows, "SCAN_TME").getFirst()).isEqualTo("------");
        assertThat(each(rows, "SCAN_TME").subList(1, 9)).allMatch(hour -> hour.matches("\\d{6}"));
        assertThat(Json.read(korea.ask(Source.LOTTE, "200000000000").body()).path("tracking"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HANJIN     | <td class="w-date">\\d{4}-\\d\\d-\\d\\d</td><td class="w-time">\\d\\d:\\d\\d</td>  | 이동중 에\\s?도착 에\\s?입고 배송준비중 배송출발 배송완료 | 운송장이 등록되지 않
            EPOST      | <tr><td>\\d{4}\\.\\d\\d\\.\\d\\d</td><td>\\d\\d:\\d\\d</td>                          | processTable 운송장출력 집하완료 발송 도착 배달준비 배달완료 | 배송정보가 없습니다
            LOGEN      | <tr><td>\\d{4}\\.\\d\\d\\.\\d\\d \\d\\d:\\d\\d</td>                                  | 집하완료 집하출고 터미널입고 터미널출고 배송입고 배송출고 배송완료 | class="empty"
            COUPANG_LS | <tr><td>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d</td>                               | tracking-detail 집하 센터도착 센터상차 캠프도착 배송출발 배송완료 | 운송장 정보가 없습니다
            """)
    void pages_are_tables_in_the_carriers_words(Carrier carrier, String row, String words, String unknown) {
        Source source = Source.of(carrier.id());
        Parcel parcel = korea.delivered(carrier);
        Saying page = korea.ask(source, parcel.trackingNumber());
        assertThat(page.type()).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.body()).containsPattern(row);
        for (String word : words.split(" ")) {
            assertThat(page.body()).containsPattern(word);
        }
        assertThat(page.body()).doesNotContain("김지민", "+09:00");
        assertThat(korea.ask(source, "1").body()).contains(unknown);
        assertThat(korea.ask(source, "1").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void a_number_with_blanks_and_hyphens_is_found_and_another_carriers_is_not(Carrier carrier) {
        Parcel parcel = korea.delivered(carrier);
        String number = parcel.trackingNumber();
        Source source = Source.of(carrier.id());
        String written = number.substring(0, 4) + "-" + number.substring(4, 8) + " " + number.substring(8);
        assertThat(korea.ask(source, written).body())
                .isEqualTo(korea.ask(source, number).body());
        Source other = carrier == Carrier.CJ ? Source.LOTTE : Source.CJ;
        assertThat(korea.ask(other, number).body())
                .isEqualTo(korea.ask(other, "1").body());
    }
}
