package kr.dochak.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A7: the headings of files as malls give them are recognised, whatever stands around them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RealHeadingsTests {

    private static final String NAVER_2022 = """
            상품주문번호,주문번호,배송방법(구매자 요청),배송방법,택배사,송장번호,발송일,판매채널,구매자명,구매자ID,수취인명,주문상태,주문세부상태,결제위치,결제일,\
            상품번호,상품명,상품종류,옵션정보,옵션관리코드,수량,옵션가격,상품가격,상품별 할인액,판매자 부담 할인액,상품별 총 주문금액,사은품,발주확인일,발송기한,\
            발송처리일,송장출력일,배송비 형태,배송비 묶음번호,배송비 유형,배송비 합계,제주/도서 추가배송비,배송비 할인액,판매자 상품코드,판매자 내부코드1,\
            판매자 내부코드2,수취인연락처1,수취인연락처2,배송지,구매자연락처,우편번호,배송메세지,출고지,결제수단,수수료 과금구분,수수료결제방식,결제수수료,\
            매출연동 수수료,매출연동 수수료 구분,정산예정금액,유입경로,구매자 주민등록번호,개인통관고유부호,주문일시,배송속성,배송희망일,(수취인연락처1),\
            (수취인연락처2),(우편번호),(기본주소),(상세주소),(구매자연락처)""";
    private static final String NAVER_2026 = """
            상품주문번호,주문번호,배송속성,풀필먼트사(주문 기준),택배사(주문 기준),배송방법(구매자 요청),배송방법,택배사,송장번호,발송일,판매채널,구매자명,구매자ID,\
            수취인명,주문상태,주문세부상태,수량클레임 여부,결제위치,결제일,상품번호,상품명,상품종류,반품안심케어,멤버십N배송,옵션정보,옵션관리코드,수량,옵션가격,\
            상품가격,최종 상품별 할인액,최초 상품별 할인액,판매자 부담 할인액,최종 상품별 총 주문금액,최초 상품별 총 주문금액,사은품,발주확인일,발송기한,\
            발송처리일,송장출력일,배송비 형태,배송비 묶음번호,배송비 유형,배송비 합계,제주/도서 추가배송비,배송비 할인액,판매자 상품코드,판매자 내부코드1,\
            판매자 내부코드2,수취인연락처1,수취인연락처2,통합배송지,기본배송지,상세배송지,구매자연락처,우편번호,배송메세지,출고지,결제수단,\
            네이버페이 주문관리 수수료,매출연동 수수료,정산예정금액,개인통관고유부호,주문일시,배송희망일""";
    private static final String COUPANG_2019 = """
            묶음배송번호,주문번호,택배사,운송장번호,분리배송 Y/N,주문시 출고예정일,주문일,등록상품명,등록옵션명,노출상품명(옵션명),노출상품ID,옵션ID,최초등록옵션명,\
            업체상품코드,결제액,배송비구분,배송비,도서산간 추가배송비,구매수(수량),옵션판매가(판매단가),구매자,구매자이메일,구매자전화번호,수취인이름,\
            수취인전화번호,우편번호,수취인 주소,배송메세지,결제위치,취소여부,취소수량,분리배송가능여부,배송완료일,출고일,주문자 연락처,구매확정일자""";
    private static final String COUPANG_2026 = """
            번호,묶음배송번호,주문번호,택배사,운송장번호,분리배송 Y/N,분리배송 출고예정일,주문시 출고예정일,출고일(발송일),주문일,등록상품명,등록옵션명,\
            노출상품명(옵션명),노출상품ID,옵션ID,최초등록옵션명,업체상품코드,바코드,결제액,배송비구분,배송비,도서산간 추가배송비,구매수(수량),\
            옵션판매가(판매단가),구매자,구매자전화번호,수취인이름,수취인전화번호,우편번호,수취인 주소,배송메세지,상품별 추가메시지,주문자 추가메시지,배송완료일,\
            구매확정일자,개인통관번호(PCCC),통관용구매자전화번호,기타,결제위치""";
    private static final String SABANGNET = """
            수집일자(YYYYMMDD),주문번호(사방넷),주문번호(쇼핑몰),상품코드(쇼핑몰),수취인명,수취인전화번호1,수취인우편번호(1),수취인주소(1),배송메세지,\
            상품명(수집),옵션(수집),옵션(확정),수량,주문금액,결제금액,택배사,송장번호,주문자명,주문자전화번호1,쇼핑몰명(1),수취인전화번호2,주문상태""";
    private static final String SABANGNET_INTERFACE = """
            주문번호(사방넷),주문번호(쇼핑몰),쇼핑몰명,쇼핑몰ID,주문상태,주문자ID,주문자명,주문자전화번호,주문자핸드폰번호,주문자이메일주소,수취인전화번호,\
            수취인핸드폰번호,수취인이메일주소,배송메세지,수취인명,수취인우편번호,수취인주소,주문금액,결제금액,주문일자,상품명(확정),옵션(확정),상품명(수집),\
            판매가(수집),수량,자체상품코드,클레임 구분""";
    private static final String EZADMIN = """
            관리번호,합포번호,판매처,주문번호,배송상태,CS상태,주문타입,품절,사은품,보류여부,선착불,상품아이디,바코드,공급처,업체상품코드,상품명,선택사항,실제 상품명,\
            실제 옵션,실제개수,판매개수,총판매금액,정산예정금액,수수료,추가결제금액,주문일,주문시간,취소일,발주일,발주시간,송장입력일,송장번호,택배사,배송지우편번호,\
            배송지주소,배송일,주문자,주문자전화,주문자전화2,수령자,수령자전화,수령자전화2,메모,배송비,결제수단,주문상세번호,구매자ID,선결제배송비,취소교환사유""";
    private static final String CAFE24_2026 = """
            쇼핑몰,주문번호,품목별 주문번호,배송메시지,총 주문금액(KRW),총 결제금액(KRW),상품품목코드,주문상품명(기본),상품옵션(기본),수량,판매가,수령인,\
            수령인 휴대전화,수령인 우편번호,수령인 주소(전체),주문상태,주문일시,주문자명,결제수단""";
    private static final String CAFE24_GIFTS = """
            배송번호,운송장번호,주문번호,주문상품명(옵션포함),수량,주문자명,수령인,수령인 휴대전화,수령인 전화번호,수령인 주소(전체),품목별 주문번호,배송메시지,\
            결제구분,주문자 이메일,자체 상품코드,배송국가,상품구매금액(KRW),총 결제금액(KRW),상품옵션,총 배송비 (첫 품목에만 표시),배송완료일,\
            결제일시(입금확인일),취소구분,쇼핑몰,수령인 우편번호,주문일시""";

    @TempDir
    private Path folder;

    private Sheets sheets;

    @org.junit.jupiter.api.BeforeEach
    void sheets() throws IOException {
        sheets = new Sheets(new SheetMappings(JsonMapper.shared(), new SheetSettings(folder)));
    }

    private SheetAnswer open(String text, Charset charset) throws IOException {
        Path file = folder.resolve("file");
        Files.write(file, text.getBytes(charset));
        return sheets.open(file, null, "orders");
    }

    /** A row that says of each column its own heading would be a heading again; so it says a letter. */
    private static String rowOf(String headings) {
        List<String> cells = new ArrayList<>();
        for (String heading : headings.split(",")) {
            cells.add(heading.contains("일") && heading.contains("주문") ? "2026-11-22 14:05" : "7");
        }
        return String.join(",", cells);
    }

    private static List<String[]> files() {
        return List.of(
                new String[] {"naver-smartstore-orders-ko", NAVER_2022},
                new String[] {"naver-smartstore-orders-ko", NAVER_2026},
                new String[] {"coupang-wing-orders-ko", COUPANG_2019},
                new String[] {"coupang-wing-orders-ko", COUPANG_2026},
                new String[] {"sabangnet-orders-ko", SABANGNET},
                new String[] {"sabangnet-orders-ko", SABANGNET_INTERFACE},
                new String[] {"ezadmin-orders-ko", EZADMIN},
                new String[] {"cafe24-orders-ko", CAFE24_2026},
                new String[] {"cafe24-orders-ko", CAFE24_GIFTS});
    }

    @Test
    void A7_the_headings_say_whose_file_it_is() throws IOException {
        for (String[] file : files()) {
            SheetAnswer answer = open(file[1] + "\n" + rowOf(file[1]) + "\n", StandardCharsets.UTF_8);
            assertThat(answer).as(file[0] + " " + answer).isInstanceOf(SheetAnswer.Opened.class);
            SheetAnswer.Opened opened = (SheetAnswer.Opened) answer;
            assertThat(opened.mapping().name()).as(file[1]).isEqualTo(file[0]);
            assertThat(opened.sheet().fields())
                    .contains(
                            "orderNo",
                            "orderedAt",
                            "recipient.name",
                            "recipient.postcode",
                            "recipient.address1",
                            "items[].name",
                            "items[].quantity");
            opened.sheet().close();
        }
    }

    @Test
    void A7_what_of_them_is_not_used_and_matters_is_named() throws IOException {
        SheetAnswer.Opened naver =
                (SheetAnswer.Opened) open(NAVER_2026 + "\n" + rowOf(NAVER_2026) + "\n", StandardCharsets.UTF_8);
        assertThat(naver.sheet().unused())
                .contains("주문세부상태", "제주/도서 추가배송비", "배송비 할인액")
                .doesNotContain("상품주문번호", "배송비 형태", "통합배송지", "사은품");
        naver.sheet().close();
    }

    @Test
    void A4_a_table_of_html_with_a_note_above_is_read_like_any_other() throws IOException {
        String html = "\n<meta http-equiv='Content-Type' content='text/html; charset=utf-8'><html><table border=1>"
                + "<tr><td colspan=3>2026-11-22 내려받음</td></tr><tr><td>" + EZADMIN.replace(",", "</td><td>")
                + "</td></tr><tr>"
                + ("<td rowspan=2>7</td>" + "<td>8</td>".repeat(48)) + "</tr><tr>" + "<td>9</td>".repeat(48)
                + "</tr></table></html>";
        SheetAnswer answer = open(html, StandardCharsets.UTF_8);
        assertThat(answer).as(answer.toString()).isInstanceOf(SheetAnswer.Opened.class);
        Sheet sheet = ((SheetAnswer.Opened) answer).sheet();
        assertThat(sheet.next().values()).containsEntry("orderNo", "8");
        assertThat(sheet.next().values()).containsEntry("orderNo", "9");
        assertThat(sheet.hasNext()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";", "|"})
    void A4_the_separator_is_found_below_a_title(String separator) throws IOException {
        String text = "주문 목록, 2026년 11월\n\n" + CAFE24_2026.replace(",", separator) + "\n"
                + rowOf(CAFE24_2026).replace(",", separator) + "\n";
        SheetAnswer answer = open(text, Charset.forName("x-windows-949"));
        assertThat(answer).as(answer.toString()).isInstanceOf(SheetAnswer.Opened.class);
    }

    @Test
    void a_file_of_nobody_is_refused_with_what_to_do() throws IOException {
        SheetAnswer answer = open("가,나,다\n1,2,3\n", StandardCharsets.UTF_8);
        assertThat(answer).isInstanceOf(SheetAnswer.Unfit.class);
        assertThat(((SheetAnswer.Unfit) answer).why().code()).isEqualTo("no-mapping");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026. 11. 23. 오후 1:05:00 | 2026-11-23T13:05+09:00
            2026. 11. 23. 오전 12:05  | 2026-11-23T00:05+09:00
            2026. 11. 23             | 2026-11-23T23:59:59+09:00
            2026-11-23 13:05:00 +0900 | 2026-11-23T13:05+09:00
            2026-11-23T04:05:00Z     | 2026-11-23T04:05Z
            2026년 11월 23일 (월) 15:05 | 2026-11-23T15:05+09:00
            20261123130500           | 2026-11-23T13:05+09:00
            46349                    | 2026-11-23T23:59:59+09:00
            46349.5                  | 2026-11-23T12:00+09:00
            11/23/2026               | -
            23.11.2026               | -
            2026-06-31               | -
            2026-11-23 25:00         | -
            1795425893               | -
            """)
    void A5_a_date_is_read_with_the_year_in_front_and_a_day_alone_to_its_end(String written, String moment) {
        assertThat(SheetMoment.read(written, List.of(), java.time.ZoneId.of("Asia/Seoul"), true)
                        .orElse("-"))
                .isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ="Q9"       | Q9       | TEXT
            '84403      | 84403    | TEXT
            '인용'       | '인용'    | TEXT
            =1+1        | =1+1     | TEXT
            '="06236"   | 06236    | TEXT
            #N/A        | #N/A     | ERROR
            ########    | ######## | ERROR
            #대박!       | #대박!    | TEXT
            """)
    void A16_A17_a_cell_is_what_stands_in_it(String written, String text, SheetCell.Kind kind) {
        assertThat(SheetCell.of(written)).isEqualTo(new SheetCell(text, kind));
    }
}
