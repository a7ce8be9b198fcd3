package kr.dochak.console.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import kr.dochak.ProductTest;
import kr.dochak.journeys.Browser;
import kr.dochak.journeys.CodesInHand;
import kr.dochak.journeys.Screens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** MSG-3 in a real browser: a text is found, rewritten, looked at, asked for and taken back. */
@Tag("slow")
@ProductTest
@Import(CodesInHand.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextPagesTests {

    private static final String ONE = "/console/texts/preparing/email";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private final Screens screens = new Screens();
    private Browser browser;
    private BrowserContext manager;
    private BrowserContext lead;

    @BeforeAll
    void people_are_logged_in() {
        browser = Browser.launch();
        manager = loggedIn("manager@dochak.example");
        lead = loggedIn("lead@dochak.example");
    }

    private BrowserContext loggedIn(String email) {
        BrowserContext context = browser.context("http://localhost:" + port, Browser.DESK);
        Page page = context.newPage();
        page.navigate("/console/login");
        page.fill("[name=email]", email);
        page.fill("[name=password]", "dochak-demo");
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
        page.close();
        return context;
    }

    @AfterAll
    void close() {
        browser.close();
    }

    private void look(Page page, String path, String name) {
        for (String lang : List.of("en", "ko")) {
            page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + lang);
            for (int width : List.of(Browser.DESK, Browser.PHONE)) {
                page.setViewportSize(width, 900);
                screens.look(page, "texts " + name + " " + width + " " + lang);
            }
        }
        page.setViewportSize(Browser.DESK, 900);
    }

    @Test
    void MSG_3_a_text_is_rewritten_looked_at_asked_for_and_taken_back() {
        Page page = manager.newPage();
        look(page, "/console/texts", "list");
        look(page, "/console/texts?q=없는글", "none");
        page.navigate("/console/texts?q=preparing&lang=ko");
        page.click("main table a >> text=이메일");
        page.waitForURL("**" + ONE + "*");
        String old = page.inputValue("#field-bodyKo");
        page.fill("#field-bodyKo", old + "\n#{누구} 내일 전화드릴게요. 특가!");
        page.click("main button:has-text('결재 올리기')");
        page.waitForLoadState();
        assertThat(page.textContent("main")).contains("없는 변수", "특가", "할 일이 생기는 상황");
        screens.look(page, "texts wrong");
        page.fill("#field-bodyKo", old + "\n\n오늘도 한 상자씩 살펴 담고 있어요.");
        page.click("main button:has-text('미리 보기')");
        page.waitForSelector("text=고객님이 한국어로 읽는 글");
        assertThat(page.textContent("main")).contains("한 상자씩 살펴");
        screens.look(page, "texts preview");
        page.setViewportSize(Browser.PHONE, 900);
        screens.look(page, "texts preview phone");
        page.setViewportSize(Browser.DESK, 900);
        page.click("main button:has-text('결재 올리기')");
        page.waitForSelector("text=결재에 올렸어요");
        look(page, ONE, "asked");
        look(page, "/console/texts?show=waiting", "waiting");
        page.navigate("/console/approvals?show=mine&kind=text&lang=ko");
        page.click("main .approval-acts a");
        page.waitForURL("**/console/texts/preparing/**");
        page.navigate(ONE + "?lang=ko");
        page.click("main form[action$=withdrawal] button");
        page.waitForSelector("text=지금 글이 그대로 나가요");
        page.close();
        Page reader = lead.newPage();
        reader.navigate(ONE + "?lang=ko");
        assertThat(reader.locator("main form").count())
                .as("who may not write sees no form")
                .isZero();
        reader.close();
        assertThat(jdbc.sql(
                                "select count(*) from messaging.template where wording = 'preparing' and channel = 'EMAIL' and state = 'ACTIVE'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(screens.wrong()).isEmpty();
    }
}
