package kr.dochak.console.policies;

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
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** BEN-1 in a real browser: a new policy is written in sentences, tried, asked for, refused with a reason and asked for again. */
@Tag("slow")
@ProductTest
@Import(CodesInHand.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyPagesTests {

    private static final String AT = "/console/compensation/policies";

    @LocalServerPort
    private int port;

    private final Screens screens = new Screens();
    private Browser browser;
    private BrowserContext manager;
    private BrowserContext admin;

    @BeforeAll
    void people_are_logged_in() {
        browser = Browser.launch();
        manager = loggedIn("manager@dochak.example");
        admin = loggedIn("admin@dochak.example");
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
                screens.look(page, "policies " + name + " " + width + " " + lang);
            }
        }
        page.setViewportSize(Browser.DESK, 900);
    }

    @Test
    void BEN_1_a_policy_is_written_tried_asked_for_refused_and_asked_for_again() {
        Page page = manager.newPage();
        look(page, AT, "list");
        look(page, AT + "/new", "form");
        page.navigate(AT + "/new?lang=ko");
        page.fill("[name=much-1]", "많이");
        page.fill("[name=day]", "2020-01-01");
        page.click("main button:has-text('결재 올리기')");
        page.waitForSelector("text=표시한 곳을 고쳐 주세요");
        assertThat(page.textContent("main")).contains("60일까지예요", "내일부터 1년 안의 날짜");
        screens.look(page, "policies wrong");
        page.fill("[name=much-1]", "8");
        page.fill("[name=day]", "");
        page.click("main button:has-text('미리 보기')");
        page.waitForSelector("text=지난 30일이었다면");
        assertThat(page.textContent("main table")).contains("8시간 이상 늦으면");
        screens.look(page, "policies preview");
        page.setViewportSize(Browser.PHONE, 900);
        screens.look(page, "policies preview phone");
        page.setViewportSize(Browser.DESK, 900);
        page.click("main button:has-text('결재 올리기')");
        page.waitForSelector("text=결재를 올렸어요");
        String one = page.url().replaceAll("^https?://[^/]+|\\?.*", "");
        look(page, one, "waiting");

        Page queue = admin.newPage();
        queue.navigate("/console/approvals?kind=policy&lang=ko");
        queue.click("main .approval-acts a >> nth=0");
        queue.waitForURL("**" + AT + "/*");
        assertThat(queue.textContent("main")).contains("8시간 이상 늦으면");
        queue.navigate("/console/approvals?kind=policy&lang=ko");
        queue.fill("main [name=why] >> nth=0", "6시간 약속을 지켜 주세요");
        queue.keyboard().press("Enter");
        queue.waitForSelector("text=거절했어요");
        queue.close();
        page.navigate(one + "?lang=ko");
        assertThat(page.textContent("main")).contains("거절됐어요", "6시간 약속을 지켜 주세요");
        page.click("main form[action$=return] button");
        page.waitForSelector("text=결재를 올렸어요");
        page.click("main form[action$=withdrawal] button");
        page.waitForSelector("text=거둬들였어요");
        page.close();
        assertThat(screens.wrong()).isEmpty();
    }
}
