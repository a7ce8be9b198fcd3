package kr.dochak.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import kr.dochak.Http;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Files as they came in the field and were taken wrongly; each stands for its kind. */
@ProductTest
class FileFaultsTests {

    private static final String T = "2026-11-22 14:05:00";
    private static final String A = "06236,서울 강남구 테헤란로 152";
    private static final String H = "주문번호,주문일시,주문자명,주문자 휴대전화,수령인,수령인 휴대전화,우편번호,주소,상품명,수량,판매가";
    private static final String W = T + ",김도착,010-1234-5678,김도착,010-1234-5678," + A;

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient jdbc;

    private Http mall;
    private String q;

    @BeforeEach
    void number() {
        mall = new Http(environment, TestKeys.RAINBOW);
        q = "Q" + UUID.randomUUID().toString().substring(0, 12);
    }

    private JsonNode csv(String... lines) {
        Http.Answer answer = mall.upload(
                "cafe24-orders-ko", "주문.csv", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private JsonNode xlsx(Xlsx file) {
        Http.Answer answer = mall.upload("cafe24-orders-ko", "주문.xlsx", file.file());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    /** The errors of a run: line field code. */
    private Stream<String> errors(JsonNode run) {
        JsonNode items = mall.get("/api/v1/imports/" + run.path("importId").asLong() + "/errors")
                .body()
                .path("items");
        return java.util.stream.StreamSupport.stream(items.spliterator(), false)
                .map(error -> error.path("line").asLong() + " "
                        + error.path("field").asString("") + " "
                        + error.path("code").asString(""));
    }

    private JsonNode order(String orderNo) {
        return mall.get("/api/v1/orders/" + orderNo).body();
    }

    private boolean isKnown(String orderNo) {
        return mall.get("/api/v1/orders/" + orderNo).status() == 200;
    }

    private static String[] headings() {
        return H.split(",");
    }

    private static String[] row(String no, String name, String phone, String item) {
        return new String[] {
            no, T, name, phone, name, phone, "06236", "서울 강남구 테헤란로 152", item, Xlsx.number(1), Xlsx.number(39_000)
        };
    }

    @Test
    void A1_a_number_that_a_spreadsheet_cut_is_an_error_and_two_orders_never_become_one() {
        JsonNode run = xlsx(new Xlsx()
                .row(headings())
                .row(row(Xlsx.number("2026112712345670"), "김하나", "010-1111-1111", "전기포트"))
                .row(row(Xlsx.number("2026112712345670"), "이두리", "010-2222-2222", "가습기")));

        assertThat(run.path("created").asInt()).as(run.toString()).isZero();
        assertThat(errors(run)).contains("2 orderNo rounded", "3 orderNo rounded");
        assertThat(isKnown("2026112712345670")).isFalse();
    }

    @Test
    void A1_neither_a_number_in_exponents_nor_one_computed_nor_one_made_a_date_is_an_identifier() {
        JsonNode run = xlsx(new Xlsx()
                .row(headings())
                .row(row(Xlsx.number("2.0261127123456701E+17"), "김하나", "010-1111-1111", "전기포트"))
                .row(row(Xlsx.formula("A9*10", "", "2026112712345671"), "김하나", "010-1111-1111", "전기포트"))
                .row(row(Xlsx.date("46353"), "김하나", "010-1111-1111", "전기포트"))
                .row(row(Xlsx.number("123456789012345"), "이두리", "010-2222-2222", q)));

        assertThat(errors(run)).containsExactly("2 orderNo rounded", "3 orderNo rounded", "4 orderNo made-a-date");
        assertThat(run.path("created").asInt() + run.path("revised").asInt()).isEqualTo(1);
    }

    @Test
    void A1_a_row_whose_number_is_lost_is_of_the_order_beside_it_which_is_not_whole() {
        JsonNode run = csv(
                H,
                q + "," + W + ",A,1,39000",
                "2.02611E+15," + W + ",B,1,39000",
                q + "n," + W + ",C,1,39000",
                q + "o," + W.replace("김도착", "이두리") + ",D,1,39000",
                "합계,,,,,,,,,4,156000");

        assertThat(run.path("created").asInt()).as(run.toString()).isEqualTo(1);
        assertThat(run.path("rejected").asInt()).isEqualTo(3);
        assertThat(errors(run)).contains("3 orderNo rounded", "2 orderNo row-lost", "4 orderNo row-lost");
        assertThat(isKnown(q)).as("above").isFalse();
        assertThat(isKnown(q + "n")).as("below").isFalse();
        assertThat(isKnown(q + "o")).isTrue();
    }

    @Test
    void A1_a_long_number_that_is_text_stays_whole() {
        String no = "2026" + UUID.randomUUID().toString().replaceAll("\\D", "") + "0000000000000000";
        no = no.substring(0, 16);
        xlsx(new Xlsx().row(headings()).row(row(no, "김하나", "010-1111-1111", "전기포트")));

        assertThat(isKnown(no)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "김선물|박하나|010-1111-1111|06236|서울 강남구 테헤란로 152, recipient.name",
        "김선물|최두리|010-1111-1111|63309|제주 제주시 첨단로 242, recipient.name",
        "최손님|박하나|010-1111-1111|06236|서울 강남구 테헤란로 152, customer.name",
        "김선물|박하나|010-1111-1111|06237|서울 강남구 테헤란로 152, recipient.postcode",
    })
    void A2_rows_of_one_order_that_disagree_are_an_error_with_line_and_field(String other, String field) {
        String[] said = other.split("\\|");
        boolean same = other.equals("김선물|박하나|010-1111-1111|06236|서울 강남구 테헤란로 152");
        JsonNode run = csv(
                H,
                q + "," + T + ",김선물,010-1234-5678,박하나,010-1111-1111," + A + ",사과 3kg,1,39000",
                q + "," + T + "," + said[0] + ",010-1234-5678," + said[1] + "," + said[2] + "," + said[3] + ","
                        + said[4] + ",사과 5kg,1,59000");

        if (same) {
            assertThat(run.path("created").asInt()).isEqualTo(1);
        } else {
            assertThat(run.path("rejected").asInt()).as(run.toString()).isEqualTo(1);
            assertThat(errors(run)).contains("3 " + field + " disagrees");
            assertThat(isKnown(q)).isFalse();
        }
    }

    @Test
    void A2_a_phone_that_is_written_in_another_way_is_the_same() {
        JsonNode run = csv(
                H,
                q + "," + T + ",김선물,010-1234-5678,박하나,010-1111-1111," + A + ",사과 3kg,1,39000",
                q + "," + T + ",김선물,01012345678,박하나,+82 10-1111-1111," + A + ",사과 5kg,1,59000");

        assertThat(run.path("created").asInt()).as(run.toString()).isEqualTo(1);
    }

    @Test
    void A3_an_order_whose_rows_stand_apart_is_not_taken_in_by_halves() {
        JsonNode run = csv(H, q + "," + W + ",A,1,39000", q + "x," + W + ",B,1,39000", q + "," + W + ",C,1,39000");

        assertThat(run.path("created").asInt()).as(run.toString()).isEqualTo(1);
        assertThat(run.path("rejected").asInt()).isEqualTo(1);
        assertThat(errors(run)).containsExactly("2 orderNo apart", "4 orderNo apart");
        assertThat(isKnown(q)).isFalse();
        assertThat(isKnown(q + "x")).isTrue();
    }

    @Test
    void A3_a_file_that_was_narrowed_to_some_lines_does_not_lose_the_others() {
        csv(H, q + "," + W + ",A,1,39000", q + "," + W + ",B,1,39000");
        JsonNode run = csv(H, q + "," + W + ",A,1,39000");

        assertThat(run.path("rejected").asInt()).as(run.toString()).isEqualTo(1);
        assertThat(errors(run)).containsExactly("2 orderNo part");
        assertThat(order(q).path("lines").size()).isEqualTo(2);
    }

    @Test
    void A3_merged_cells_are_of_all_their_rows() {
        String[] second = row("", "", "", "컵");
        second[1] = "";
        second[6] = "";
        second[7] = "";
        JsonNode run = xlsx(new Xlsx()
                .row(headings())
                .row(row(q, "김하나", "010-1111-1111", "전기포트"))
                .row(second)
                .merge("A2:A3")
                .merge("B2:B3")
                .merge("C2:C3"));
        assertThat(run.path("created").asInt()).as(run.toString()).isEqualTo(1);
        assertThat(order(q).path("lines").size()).isEqualTo(2);

        JsonNode text = csv(H, q + "t," + W + ",A,1,39000", ",,,,,,,,B,1,5000");
        assertThat(text.path("created").asInt()).as(text.toString()).isEqualTo(1);
        assertThat(order(q + "t").path("lines").size()).isEqualTo(2);
    }

    @Test
    void A4_a_heading_that_stands_twice_is_refused_where_it_is_used() {
        Http.Answer answer = mall.upload(
                "cafe24-orders-ko",
                "a.csv",
                ("주문번호,주문일시,주문자명,우편번호,주소,수령인,우편번호,주소,상품명,수량,판매가\n" + q + "," + T + ",김구매,48058,부산 해운대구 센텀로 1,이받음," + A
                                + ",전기포트,1,39000\n")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text()).contains("heading-twice", "우편번호", "주소");
        assertThat(isKnown(q)).isFalse();
    }

    @Test
    void A4_a_heading_that_stands_twice_and_is_not_used_does_no_harm_and_marks_make_another_heading() {
        JsonNode run = csv("비고," + H + ",비고,(우편번호)", "x," + q + "," + W + ",사과,1,39000,y,99999");

        assertThat(run.path("created").asInt()).as(run.toString()).isEqualTo(1);
        assertThat(order(q).path("summary").path("destinationArea").asString(""))
                .isEqualTo("서울");
    }

    @Test
    void A4_rows_above_the_headings_are_passed_over() {
        JsonNode run = csv("다운로드 받은 파일로 '엑셀 일괄발송' 처리하는 방법", "", H, q + "," + W + ",사과,1,39000", H);

        assertThat(run.path("created").asInt()).as(run.toString()).isEqualTo(1);
        assertThat(run.path("rejected").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "취소완료, cancelled",
        "입금전 취소 - 관리자, cancelled",
        "취소 신청, waiting",
        "배송 완료, over",
    })
    void A6_an_order_that_does_not_stand_is_not_taken_in(String word, String counted) {
        JsonNode run = csv(H + ",주문 상태", q + "," + W + ",수건,1,20000," + word);

        assertThat(run.path(counted).asInt()).as(run.toString()).isEqualTo(1);
        assertThat(run.path("created").asInt()).isZero();
        assertThat(isKnown(q)).isFalse();
    }

    @Test
    void A6_an_order_that_is_not_paid_waits_and_is_promised_once_a_later_file_says_so() {
        JsonNode run = csv(H + ",주문 상태", q + "," + W + ",수건,1,20000,입금전");
        assertThat(run.path("waiting").asInt()).as(run.toString()).isEqualTo(1);
        assertThat(state()).isEqualTo("UNPAID");

        JsonNode paid = csv(H + ",주문 상태", q + "," + W + ",수건,1,20000,상품준비중");
        assertThat(paid.path("waiting").asInt()).isZero();
        assertThat(state()).isEqualTo("PAID");

        csv(H + ",주문 상태", q + "," + W + ",수건,1,20000,취소신청");
        assertThat(state()).as("nobody decided yet").isEqualTo("PAID");
    }

    private String state() {
        return jdbc.sql("select status from orders.customer_order where order_no = :no")
                .param("no", q)
                .query(String.class)
                .single();
    }

    @Test
    void A6_an_unknown_state_is_an_error_of_its_row() {
        JsonNode run = csv(H + ",주문 상태", q + "," + W + ",수건,1,20000,상품준비중", q + "u," + W + ",수건,1,20000,달나라");

        assertThat(run.path("created").asInt()).as(run.toString()).isEqualTo(1);
        assertThat(errors(run)).containsExactly("3 state.order unknown-state");
    }

    @Test
    void A6_a_cancelled_line_of_a_living_order_is_left_out_and_a_known_order_is_cancelled() {
        csv(H + ",취소구분", q + "," + W + ",수건,1,20000,취소안함", q + "," + W + ",컵,1,5000,취소");
        assertThat(order(q).path("lines").size()).isEqualTo(1);
        assertThat(order(q).path("amounts").path("total").asLong()).isEqualTo(20_000);

        JsonNode run = csv(H + ",취소구분", q + "," + W + ",수건,1,20000,취소", q + "," + W + ",컵,1,5000,취소");
        assertThat(run.path("cancelled").asInt()).as(run.toString()).isEqualTo(1);
        assertThat(order(q).path("summary").path("cancelledAt").asString("")).isNotEmpty();
    }

    @Test
    void A6_an_empty_date_of_payment_is_an_order_that_is_not_paid() {
        JsonNode run = csv(H + ",결제일시(입금확인일)", q + "," + W + ",수건,1,20000,", q + "p," + W + ",수건,1,20000," + T);

        assertThat(run.path("waiting").asInt()).as(run.toString()).isEqualTo(1);
        assertThat(state()).isEqualTo("UNPAID");
        assertThat(isKnown(q + "p")).isTrue();
    }

    private static final String C = "주문번호,주문일시,주문자명,수령인,우편번호,주소";
    private static final String V = T + ",김도착,김도착," + A;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            주문상품명(기본),수량,판매가 | 수건,1,20000 | 20000 | 0 | 0 | 20000
            주문상품명,수량,판매가,총 배송비(KRW),총 결제금액(KRW) | 전기포트,1,39000,3000,35000 | 39000 | 3000 | 7000 | 35000
            주문상품명,수량,상품구매금액,총 결제금액 | 수건,2,20000,20000 | 20000 | 0 | 0 | 20000
            주문상품명(옵션포함),수량,판매가,총 배송비 (첫 품목에만 표시) | 수건,1,20000,2500 | 20000 | 2500 | 0 | 22500
            주문상품명,수량,판매가,상품구매금액(KRW) | 수건 / 색상,2,20000,44000 | 44000 | 0 | 0 | 44000
            """)
    void A7_headings_of_real_exports_are_known(
            String headings, String cells, long items, long shipping, long discount, long total) {
        JsonNode run = csv(C + "," + headings, q + "," + V + "," + cells);

        assertThat(run.path("created").asInt()).as(run.toString()).isEqualTo(1);
        JsonNode amounts = order(q).path("amounts");
        assertThat(amounts.path("items").asLong()).as(amounts.toString()).isEqualTo(items);
        assertThat(amounts.path("shipping").asLong()).isEqualTo(shipping);
        assertThat(amounts.path("discount").asLong()).isEqualTo(discount);
        assertThat(amounts.path("total").asLong()).isEqualTo(total);
    }

    @Test
    void A7_points_are_a_part_of_the_payment() {
        csv(C + ",주문상품명,수량,판매가,총 배송비,총 할인금액,사용한 적립금액,총 실결제금액", q + "," + V + ",수건,1,20000,3000,2000,1000,20000");
        JsonNode amounts = order(q).path("amounts");
        assertThat(amounts.path("points").asLong()).as(amounts.toString()).isEqualTo(1_000);
        assertThat(amounts.path("discount").asLong()).isEqualTo(2_000);
        assertThat(amounts.path("total").asLong()).isEqualTo(20_000);

        Http.Answer api = mall.post("/api/v1/orders", """
                {"orderNo":"%s-api","orderedAt":"2026-11-22T14:05:00+09:00","customer":{"id":"c-%s","name":"김도착"},
                 "recipient":{"name":"김도착","postcode":"06236","address1":"테헤란로"},
                 "items":[{"name":"수건","quantity":1,"unitPrice":20000}],
                 "amounts":{"shipping":3000,"discount":2000,"points":1000,"total":20000}}""".formatted(q, q));
        assertThat(api.status()).as(api.text()).isEqualTo(201);
        assertThat(order(q + "-api").path("amounts").path("points").asLong()).isEqualTo(1_000);
    }

    @Test
    void A7_what_looks_like_a_known_column_and_is_not_used_is_named() {
        JsonNode run = csv(C + ",주문상품명,수량,판매가,실제 환불금액,주문일,메모", q + "," + V + ",수건,1,20000,0," + T + ",x");

        assertThat(run.path("unused").toString()).contains("실제 환불금액", "주문일").doesNotContain("메모");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"=\"\"%s\"\"\"", "'%s", "\"=\"\"%s\"\" \t\"", "\"'=\"\"%s\"\"\""})
    void A16_the_wrappers_of_spreadsheets_are_taken_off(String wrapped) {
        JsonNode run = csv(H, wrapped.formatted(q) + "," + W + ",사과,1,39000");

        assertThat(run.path("created").asInt()).as(run.toString()).isEqualTo(1);
        assertThat(isKnown(q)).isTrue();
    }

    @Test
    void A16_wrappers_are_taken_off_every_cell_of_both_kinds_of_files() {
        xlsx(new Xlsx().row(headings()).row(row("'" + q, "=\"김하나\"", "'01011111111", "'전기포트")));

        assertThat(order(q).path("lines").path(0).path("name").asString("")).isEqualTo("전기포트");
        JsonNode zip = csv(H, q + "z," + T + ",김도착,010-1234-5678,김도착,010-1234-5678,'06236,테헤란로,사과,1,=\"39000\"");
        assertThat(zip.path("created").asInt()).as(zip.toString()).isEqualTo(1);
    }

    @Test
    void A17_a_formula_that_failed_is_an_error_of_its_row() {
        String failed = Xlsx.formula("VLOOKUP(A2,Z:Z,1,0)", "e", "#N/A");
        String[] address = row(q, "김하나", "010-1111-1111", "전기포트");
        address[7] = failed;
        String[] recipient = row(q + "r", "김하나", "010-1111-1111", "전기포트");
        recipient[4] = failed;
        String[] item = row(q + "i", "김하나", "010-1111-1111", failed);
        String[] typed = row(q + "t", "김하나", "010-1111-1111", "전기포트");
        typed[7] = Xlsx.error("#REF!");
        JsonNode run = xlsx(
                new Xlsx().row(headings()).row(address).row(recipient).row(item).row(typed));

        assertThat(run.path("created").asInt()).as(run.toString()).isZero();
        assertThat(errors(run))
                .containsExactly(
                        "2 recipient.address1 error-cell",
                        "3 recipient.name error-cell",
                        "4 items.name error-cell",
                        "5 recipient.address1 error-cell");
    }

    @ParameterizedTest
    @CsvSource({"#VALUE!", "#DIV/0!", "########", "Err:502"})
    void A17_so_it_is_in_a_file_of_text(String error) {
        JsonNode run = csv(H, q + "," + T + ",김도착,010-1234-5678,김도착,010-1234-5678,06236," + error + ",사과,1,39000");

        assertThat(errors(run)).containsExactly("2 recipient.address1 error-cell");
    }

    @ParameterizedTest
    @CsvSource({
        "+1 650-253-0000",
        "+81 90-1234-5678",
        "0082-10-1234-5678",
        "０１０-１２３４-５６７８",
        "--",
        "전화 없음",
        "82-10-1234-5678",
        "10-3000-0008",
        "010-****-5678"
    })
    void A15_a_phone_never_costs_the_order(String phone) {
        JsonNode run = csv(H, q + "," + T + ",김도착,\"" + phone + "\",김도착,\"" + phone + "\"," + A + ",사과,1,39000");

        assertThat(run.path("created").asInt()).as(run.toString()).isEqualTo(1);
        boolean reached = phone.contains("10-1234-5678") || phone.startsWith("０") || phone.startsWith("10-");
        assertThat(run.path("unreachable").asInt()).as(run.toString()).isEqualTo(reached ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        "'2026. 11. 22. 오후 1:05:00'",
        "2026-11-22T13:05:00+0900",
        "'2026-11-22 13:05:00 +0900'",
        "2026년 11월 22일 13시 5분"
    })
    void ORD_1_dates_with_the_year_in_front_are_understood(String date) {
        csv(H, q + ",\"" + date + "\",김도착,010-1234-5678,김도착,010-1234-5678," + A + ",사과,1,39000");

        assertThat(order(q).path("summary").path("orderedAt").asString("")).startsWith("2026-11-22T04:05");
    }

    @ParameterizedTest
    @CsvSource({"11/22/2026", "22.11.2026", "1795425893"})
    void ORD_1_dates_that_could_be_another_day_are_refused_with_a_sentence(String date) {
        JsonNode run = csv(H, q + "," + date + ",김도착,010-1234-5678,김도착,010-1234-5678," + A + ",사과,1,39000");

        assertThat(errors(run)).containsExactly("2 orderedAt moment");
    }
}
