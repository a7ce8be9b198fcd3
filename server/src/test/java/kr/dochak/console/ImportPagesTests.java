package kr.dochak.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import kr.dochak.Http;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import kr.dochak.journeys.Browser;
import kr.dochak.journeys.Screens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** Files of orders in a real browser: none, looked at, taken in, partly refused and broken; in both languages. */
@Tag("slow")
@ProductTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportPagesTests {

    private static final String LIST = "/console/imports";
    private static final String HEADINGS =
            "주문번호,주문일시,주문자명,주문자 휴대전화,수령인,우편번호,주소,주문상품명(옵션포함),수량,판매가,총 배송비(KRW),주문 상태,실제 환불금액";

    @LocalServerPort
    private int port;

    @Autowired
    private Environment environment;

    private final Screens screens = new Screens();
    private final String no = "P" + UUID.randomUUID().toString().substring(0, 10) + "-";
    private Browser browser;

    @BeforeAll
    void open() {
        browser = Browser.launch();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    private String row(String orderNo, String place, String item, String price, String state, String phone) {
        return no + orderNo + ",2026-11-22 14:05:00,김도착," + phone + ",이받음," + place + ",서울 강남구 테헤란로 152," + item + ",2,"
                + price + ",3000," + state + ",0";
    }

    private String file() {
        StringBuilder rows = new StringBuilder("카페24 주문 목록\n" + HEADINGS);
        for (int i = 0; i < 40; i++) {
            rows.append('\n')
                    .append(row("ok" + i, "06236", "무선 전기포트 1.7L / 색상=아이보리", "39000", "배송준비중", "010-1234-5678"));
        }
        return rows.append('\n')
                .append(row("unpaid", "06236", "수건", "9000", "입금전", "010-1234-5678"))
                .append('\n')
                .append(row("gone", "06236", "수건", "9000", "취소완료", "010-1234-5678"))
                .append('\n')
                .append(row("silent", "06236", "수건", "9000", "배송준비중", "--"))
                .append('\n')
                .append(row("moon", "06236", "수건", "9000", "달나라", "010-1234-5678"))
                .append('\n')
                .append(row("price", "06236", "수건", "구천원", "배송준비중", "010-1234-5678"))
                .append('\n')
                .append(row("post", "99999", "=HYPERLINK(\"x\")", "9000", "배송준비중", "010-1234-5678")
                        .replace("=HYPERLINK(\"x\")", "수건"))
                .append('\n')
                .toString();
    }

    private static FilePayload payload(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_file_is_looked_at_taken_in_and_what_was_not_is_mended_from_a_sheet() throws IOException {
        try (BrowserContext operator = desk("operator")) {
            Page page = operator.newPage();
            page.setDefaultTimeout(30_000);
            look(page, LIST, "list");
            page.navigate(LIST + "?lang=ko");
            page.setInputFiles("#import-file", payload("11월 22일 주문.csv", file()));
            page.waitForSelector("#import-look table");
            assertThat(page.locator("#import-look").textContent()).contains("카페24", "실제 환불금액", "받아요", "81,000");
            wide(page, "looked");
            page.locator("#import-look summary").click();
            wide(page, "columns");
            page.click("text=주문 받기");
            page.waitForURL("**/console/imports/*");
            page.waitForSelector("text=일부를 받지 못했어요");
            String one = page.url().replaceAll("^https?://[^/]+", "");
            look(page, one, "partly");
            page.navigate(one + "?lang=ko");
            String said = page.locator("main").textContent();
            assertThat(said).contains("‘달나라’", "금액을 원 단위로", "우편번호", "취소된 주문", "기다리는 주문", "연락할 수 없어요");
            sheet(page);
            page.click("text=확인했어요");
            page.waitForSelector("text=상황판에서 내렸어요");
        }
        assertThat(screens.wrong()).isEmpty();
    }

    private void sheet(Page page) throws IOException {
        Download download = page.waitForDownload(() -> page.click("text=까닭 내려받기"));
        List<String> lines = Files.readString(download.path()).lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst()).contains("줄", "주문번호", "까닭");
        assertThat(lines.get(1)).contains(no + "moon");
    }

    @Test
    void a_broken_file_says_what_to_do_and_long_names_and_many_files_hold() {
        Http mall = new Http(environment, TestKeys.RAINBOW);
        for (int i = 0; i < 23; i++) {
            String name = "아주-긴-이름의-주문-파일-".repeat(6) + i + ".csv";
            byte[] text =
                    ("orderNo,orderedAt,customerId,customerName,recipientName,postcode,address1,itemName,quantity,unitPrice\n"
                                    + no + "m" + i + ",2026-11-22 14:05,c,김도착,김도착,06236,테헤란로,수건,"
                                    + (i % 2 == 0 ? "1" : "반") + ",9000\n")
                            .getBytes(StandardCharsets.UTF_8);
            mall.upload("dochak-orders-en", name, text);
        }
        try (BrowserContext lead = desk("lead");
                BrowserContext agent = desk("agent")) {
            Page page = lead.newPage();
            page.setDefaultTimeout(30_000);
            look(page, LIST, "full");
            page.navigate(LIST + "?lang=ko");
            page.click("a[rel=next]");
            page.waitForURL("**after=**");
            page.navigate(LIST + "?lang=ko&show=TROUBLE&q=" + no + "m3");
            assertThat(page.locator("table tbody tr").count()).isEqualTo(1);
            look(page, LIST + "?q=없는파일", "none");
            page.navigate(LIST + "?lang=ko");
            page.setInputFiles("#import-file", payload("견적.csv", "가,나\n1,2\n"));
            page.waitForSelector("#import-look .notice");
            assertThat(page.locator("#import-look").textContent()).contains("종류를 골라");
            wide(page, "unfit");
            look(page, LIST + "/states", "states");
            look(page, LIST + "/unreached", "unreached");
            page.navigate("/console?lang=ko");
            assertThat(page.locator("main").textContent()).contains("주문 파일");
            screens.look(page, "imports board 1440 ko");
            assertThat(agent.newPage().navigate(LIST).status()).isEqualTo(403);
        }
        assertThat(screens.wrong()).isEmpty();
    }

    private void wide(Page page, String name) {
        for (int width : List.of(Browser.DESK, Browser.PHONE)) {
            page.setViewportSize(width, 900);
            screens.look(page, "imports " + name + " " + width + " ko");
        }
        page.setViewportSize(Browser.DESK, 900);
    }

    private void look(Page page, String path, String name) {
        String plain = path.replaceAll("[?&]lang=..", "");
        for (String lang : List.of("en", "ko")) {
            page.navigate(plain + (plain.contains("?") ? "&" : "?") + "lang=" + lang);
            for (int width : List.of(Browser.DESK, 1024, Browser.PHONE)) {
                page.setViewportSize(width, 900);
                screens.look(page, "imports " + name + " " + width + " " + lang);
            }
        }
        page.setViewportSize(Browser.DESK, 900);
    }

    private BrowserContext desk(String role) {
        BrowserContext context = browser.context("http://localhost:" + port, Browser.DESK);
        Page page = context.newPage();
        page.navigate("/console/login");
        page.fill("[name=email]", role + "@dochak.example");
        page.fill("[name=password]", "dochak-demo");
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
        page.close();
        return context;
    }
}
