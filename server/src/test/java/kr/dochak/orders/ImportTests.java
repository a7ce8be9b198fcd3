package kr.dochak.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kr.dochak.Http;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** ORD-1: files of orders, as spreadsheets really write them. */
@ProductTest
class ImportTests {

    private static final String HEADING = "주문번호,주문일시,주문자명,주문자 휴대전화,수령인,우편번호,주소,상품명,수량,판매가,배송비,총 결제금액,배송메시지";

    @Autowired
    private Environment environment;

    private Http mall;
    private String a;
    private String b;

    @BeforeEach
    void numbers() {
        mall = new Http(environment, TestKeys.RAINBOW);
        a = "F" + UUID.randomUUID().toString().substring(0, 18);
        b = "F" + UUID.randomUUID().toString().substring(0, 18);
    }

    private static String row(String no, String name, String quantity, String price) {
        return no + ",2026-11-22 14:05:00,김지민,01012345678,김지민,6236,\"서울 강남구, 테헤란로 152\"," + name + "," + quantity
                + ",\"" + price + "\",\"3,000원\",,문 앞";
    }

    private String file() {
        return HEADING + "\r\n" + row(a, "포트", "1", "39,000원") + "\r\n" + row(a, "컵", "2", "5000") + "\r\n"
                + row(b, "접시🎉", "1", "₩9,000") + "\r\n";
    }

    private Http.Answer csv(byte[] bytes) {
        return mall.upload("cafe24-orders-ko", "주문.csv", bytes);
    }

    private void bothAreThere(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("state").asString("")).as(answer.text()).isEqualTo("DONE");
        assertThat(answer.body().path("created").asInt()).as(answer.text()).isEqualTo(2);
        var first = mall.get("/api/v1/orders/" + a).body();
        assertThat(first.path("lines").size()).isEqualTo(2);
        assertThat(first.path("amounts").path("total").asLong()).isEqualTo(52_000);
        assertThat(first.path("summary").path("destinationArea").asString("")).isEqualTo("서울");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,", "UTF-8,EFBBBF", "UTF-16LE,FFFE", "UTF-16BE,FEFF", "x-windows-949,"})
    void ORD_1_a_file_is_read_in_whatever_encoding_it_was_saved(String charset, String mark) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (mark != null) {
            bytes.write(java.util.HexFormat.of().parseHex(mark));
        }
        // Korean Windows has neither: it writes the full-width won
        String text = charset.startsWith("x") ? file().replace("🎉", "").replace("₩", "￦") : file();
        bytes.write(text.getBytes(Charset.forName(charset)));

        bothAreThere(csv(bytes.toByteArray()));
        assertThat(csv(bytes.toByteArray()).body().path("unchanged").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(value = {"TAB", ";"})
    void ORD_1_the_separator_is_found_from_the_heading(String name) {
        String separator = name.equals("TAB") ? "\t" : name;
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (char c : file().toCharArray()) {
            quoted = (c == '"') != quoted;
            text.append(c == ',' && !quoted ? separator : String.valueOf(c));
        }

        bothAreThere(csv(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void ORD_1_bad_rows_are_told_with_line_and_reason_and_the_rest_goes_in() {
        String text = HEADING + "\n" + row(a, "포트", "1", "39000") + "\n" + row(a + "y", "포트", "하나", "39000") + "\n"
                + row(b, "컵", "1", "5000") + "\n"
                + row("2.02611E+19", "컵", "1", "5000").replace("김지민", "이서연") + "\n" + row(a, "다시", "1", "1") + "\n"
                + row(a + "x", "컵", "1", "5000").replace("6236", "99999") + "\n";
        var run = csv(text.getBytes(StandardCharsets.UTF_8)).body();
        var errors = mall.get("/api/v1/imports/" + run.path("importId").asLong() + "/errors")
                .body()
                .path("items");

        assertThat(run.path("created").asInt()).as(run.toString()).isEqualTo(1);
        assertThat(run.path("rejected").asInt()).isEqualTo(4);
        assertThat(errors.toString()).contains("\"rounded\"", "\"apart\"", "\"count\"", "\"unknown\"");
        assertThat(errors.path(0).path("line").asLong()).isEqualTo(2);
        assertThat(mall.get("/api/v1/orders/" + a).status()).as("not by halves").isEqualTo(404);
        assertThat(mall.get("/api/v1/orders/" + b).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                        | empty
            주문번호,수량               | columns
            HEADING                   | no-rows
            PK__broken                | broken
            """)
    void a_file_that_cannot_be_imported_is_refused_as_a_whole(String text, String code) {
        byte[] bytes = text.replace("HEADING", HEADING)
                .replace("PK__", "PK\u0003\u0004")
                .getBytes(StandardCharsets.UTF_8);
        Http.Answer answer = csv(bytes);

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.body().path("errors").path(0).path("code").asString(""))
                .as(answer.text())
                .isEqualTo(code);
    }

    @Test
    void an_unknown_mapping_is_refused_with_the_known_ones() {
        assertThat(mall.upload("sabangnet", "a.csv", new byte[] {1}).text())
                .contains("cafe24-orders-ko", "dochak-orders-en");
    }

    private static byte[] xlsx(String sheet) throws IOException {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office
                            + "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"rId1\" Type=\"" + office
                            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"" + main + "\"><sheetData>" + sheet + "</sheetData></worksheet>");
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String xml(int row, String... cells) {
        StringBuilder xml = new StringBuilder("<row r=\"" + row + "\">");
        for (int i = 0; i < cells.length; i++) {
            String at = " r=\"" + (char) ('A' + i) + row + "\"";
            xml.append(
                    cells[i].startsWith("<")
                            ? "<c" + at + ">" + cells[i] + "</c>"
                            : "<c" + at + " t=\"inlineStr\"><is><t>" + cells[i] + "</t></is></c>");
        }
        return xml.append("</row>").toString();
    }

    @Test
    void ORD_1_a_spreadsheet_with_serial_dates_numbers_and_formulas_is_read() throws IOException {
        byte[] file = xlsx(xml(1, HEADING.split(","))
                + xml(
                        2,
                        a,
                        "<v>46348.5</v>",
                        "김지민",
                        "<v>1012345678</v>",
                        "김지민",
                        "<v>6236</v>",
                        "테헤란로",
                        "포트",
                        "<v>1</v>",
                        "<f>30000+9000</f><v>39000</v>",
                        "<v>3000</v>",
                        "<v>40000</v>",
                        "문 앞"));
        Http.Answer answer = mall.upload("cafe24-orders-ko", "주문.xlsx", file);

        assertThat(answer.body().path("created").asInt()).as(answer.text()).isEqualTo(1);
        var order = mall.get("/api/v1/orders/" + a).body();
        assertThat(order.path("amounts").path("discount").asLong()).isEqualTo(2_000);
        assertThat(order.path("summary").path("orderedAt").asString("")).startsWith("2026-11-22T");
    }

    @Test
    void a_spreadsheet_that_grows_enormous_is_refused() throws IOException {
        Http.Answer answer = mall.upload("cafe24-orders-ko", "b.xlsx", xlsx(" ".repeat(20_000_000)));

        assertThat(answer.body().path("errors").path(0).path("code").asString(""))
                .as(answer.text())
                .isEqualTo("bomb");
    }

    @Test
    void nothing_of_a_random_or_cut_file_or_body_is_ever_our_fault() throws IOException {
        byte[] good = file().getBytes(StandardCharsets.UTF_8);
        byte[] sheet = xlsx(xml(1, HEADING.split(",")));
        byte[] order =
                "{\"orders\":[{\"orderNo\":\"x\",\"orderedAt\":\"2026-11-23T08:30:00+09:00\",\"items\":[{\"quantity\":1}]}]}"
                        .getBytes(StandardCharsets.UTF_8);
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            for (byte[] whole : new byte[][] {good, sheet}) {
                assertThat(csv(spoilt(whole, random)).status())
                        .as("seed %d", seed)
                        .isLessThan(500);
            }
            byte[] body = spoilt(order, random);
            assertThat(mall.send("POST", "/api/v1/orders/batch", body, r -> r).status())
                    .as("seed %d", seed)
                    .isLessThan(500);
            assertThat(mall.send("POST", "/api/v1/scans", body, r -> r).status())
                    .as("seed %d", seed)
                    .isLessThan(500);
        }
    }

    private static byte[] spoilt(byte[] whole, Random random) {
        byte[] bytes = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
        for (int i = 0; i < random.nextInt(6); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
