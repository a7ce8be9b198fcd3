package kr.dochak.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import kr.dochak.ProductTest;
import kr.dochak.journeys.Browser;
import kr.dochak.journeys.Screens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * PRM-5: the model card in a real browser, without a model and with several; in both languages, at a desk and on a phone.
 */
@Tag("slow")
@ProductTest
@TestPropertySource(properties = "dochak.promise.least-deliveries=1001")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelPageTests {

    private static final String CARD = "/console/windows/model";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Browser browser;
    private final Screens screens = new Screens();

    @BeforeAll
    void open() {
        browser = Browser.launch();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void PRM_5_the_card_reads_well_empty_and_full_and_going_back_is_asked_about_first() {
        try (BrowserContext admin = desk("admin")) {
            Page page = admin.newPage();
            look(page, CARD, "empty");
            assertThat(page.locator("main").textContent()).contains("1,001");
            models();
            look(page, CARD, "full");
            look(page, CARD + "?use=1", "asked");
            page.navigate(CARD + "?lang=ko");
            page.click("text=모델 1 쓰기");
            assertThat(page.locator("main form[action$='/use'] button").count()).isEqualTo(1);
            page.click("text=그대로 두기");
            assertThat(page.url()).endsWith(CARD);
            page.click("text=지금 다시 배우기");
            page.waitForSelector("text=배송 기록이 모자라서");
            screens.look(page, "model trained");
        }
        try (BrowserContext lead = desk("lead")) {
            Page page = lead.newPage();
            look(page, CARD, "lead");
            assertThat(page.locator("main form, main a.button").count()).isZero();
        }
        assertThat(screens.wrong()).isEmpty();
    }

    private void look(Page page, String path, String name) {
        for (String lang : List.of("en", "ko")) {
            page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + lang);
            for (int width : List.of(Browser.DESK, 1024, Browser.PHONE)) {
                page.setViewportSize(width, 900);
                screens.look(page, "model " + name + " " + width + " " + lang);
            }
        }
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

    private void models() {
        model("RETIRED", 1.1, .9);
        model("IN_USE", .96, 1.05);
        model("REJECTED", .98, 1.3);
    }

    private void model(String state, double overall, double carrier) {
        jdbc.sql("""
                insert into promise.model (learned_at, data_from, data_to, deliveries, bytes, state, reason, figures)
                values ('2026-11-20 03:00Z', '2026-05-20 03:00Z', '2026-11-06 03:00Z', 12408, '', :state, 'a test',
                        :figures::jsonb)
                """)
                .param("state", state)
                .param("figures", """
                        {"overall":%s,"groups":[%s,%s]}
                        """.formatted(
                                group("ALL", "", overall),
                                group("CARRIER", "kr.hanjin", carrier),
                                group("LANE", "인천→제주", overall)))
                .update();
    }

    private static String group(String by, String name, double loss) {
        return """
                {"by":"%s","name":"%s","candidate":%s,"former":%s,"laneTable":%s}
                """.formatted(by, name, errors(loss), errors(1), errors(1.4));
    }

    private static String errors(double loss) {
        return """
                {"windows":1240,"mae":%s,"pinball90":0.1,"coverage":0.79,"width":1.2,"loss":%s}
                """.formatted(loss / 4, loss);
    }
}
