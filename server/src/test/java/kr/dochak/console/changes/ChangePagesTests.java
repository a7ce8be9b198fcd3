package kr.dochak.console.changes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import kr.dochak.ProductTest;
import kr.dochak.changes.Actor;
import kr.dochak.changes.Change;
import kr.dochak.changes.ChangeChain;
import kr.dochak.changes.Changes;
import kr.dochak.journeys.Browser;
import kr.dochak.journeys.CodesInHand;
import kr.dochak.journeys.Screens;
import kr.dochak.shared.MallId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** ASR-5 in a real browser: an administrator changes something, an auditor finds it and changes nothing. */
@Tag("slow")
@ProductTest
@Import(CodesInHand.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangePagesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Changes changes;

    @Autowired
    private ChangeChain chain;

    private Browser browser;
    private BrowserContext admin;
    private BrowserContext auditor;

    @BeforeAll
    void two_people_are_logged_in() {
        browser = Browser.launch();
        admin = loggedIn("admin@dochak.example");
        auditor = loggedIn("auditor@dochak.example");
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

    @Test
    void ASR_5_an_auditor_finds_what_an_administrator_did() {
        Page acting = admin.newPage();
        acting.navigate("/console/teams");
        acting.fill("main input[name=name]", "주말 상담팀");
        acting.click("main form[method=post] button");
        acting.waitForLoadState();
        acting.navigate("/console/changes");
        acting.click("form[action='/console/changes/verification'] button");
        acting.waitForLoadState();
        assertThat(acting.textContent("body")).contains("쓴 그대로 이어져 있어요");
        acting.close();

        Page page = auditor.newPage();
        page.navigate("/console/changes?lang=ko&kind=teams");
        page.click("text=팀을 만들었어요");
        page.waitForURL(url -> url.matches(".*/console/changes/\\d+"));
        assertThat(page.textContent("main")).contains("팀을 만들었어요", "관리자", "127.0.0.1");
        page.close();
    }

    /** Here and not beside the other tests of pages, whose settings nobody may have changed. */
    @Test
    void ASR_5_a_change_of_a_setting_is_a_row_with_before_after_and_why() {
        Page acting = admin.newPage();
        change(acting, "9");
        change(acting, "7");
        acting.close();

        Page page = auditor.newPage();
        page.navigate("/console/changes?lang=ko&kind=settings&q=care.reopen-within");
        page.click("main tr:has-text('답이 늦는 철이에요'):has-text('7 → 9') td a >> nth=0");
        page.waitForURL(url -> url.matches(".*/console/changes/\\d+"));
        assertThat(page.textContent("main")).contains("설정을 바꿨어요", "숫자: 7 → 9", "답이 늦는 철이에요", "127.0.0.1", "관리자");
        page.click("main .change-facts a");
        page.waitForURL(url -> url.endsWith("/console/settings/care.reopen-within"));
        page.close();
    }

    private static void change(Page page, String days) {
        page.navigate("/console/settings/care.reopen-within?lang=ko");
        page.fill("#field-number", days);
        page.fill("#field-reason", "답이 늦는 철이에요");
        page.click(".setting-form .row button");
        page.waitForURL(url -> url.contains("number=" + days));
        page.click("main form[method=post] button >> nth=0");
        page.waitForURL(url -> !url.contains("number="));
    }

    @Test
    void ASR_5_the_pages_read_without_barriers_full_empty_long_and_wrong() {
        Actor mina = Actor.of(new MallId(1), 1, "한미나");
        changes.note(
                Change.of("settings", "care.reopen-within")
                        .as("settings")
                        .with("number", 7, 10)
                        .with("from", "", "2026-12-01")
                        .why("연휴에는 답이 늦어서, 다시 물으실 수 있는 날을 늘려요. ".repeat(12)),
                mina);
        changes.note(
                Change.of("roles", 3)
                        .as("roles")
                        .house(true)
                        .with("rights-given", "", "PERSONS_REVEAL WEBHOOKS_SET")
                        .with("limit", 50_000, 300_000),
                mina);
        while (chain.seal()) {
            // until nothing waits
        }
        Screens screens = new Screens();
        Page page = auditor.newPage();
        for (String lang : List.of("ko", "en")) {
            for (int width : List.of(Browser.DESK, Browser.PHONE)) {
                page.setViewportSize(width, 900);
                for (String path : List.of("", "?q=none.such", "/sheet?reason=no", "?show=logins")) {
                    page.navigate("/console/changes" + path + (path.contains("?") ? "&" : "?") + "lang=" + lang);
                    screens.look(page, "changes " + lang + " " + width + " " + path);
                }
                page.navigate("/console/changes?kind=settings&q=care.reopen-within");
                page.click("main .table td a >> nth=0");
                page.waitForURL(url -> url.matches(".*/console/changes/\\d+"));
                screens.look(page, "changes " + lang + " " + width + " one");
            }
        }
        page.close();
        assertThat(screens.wrong()).isEmpty();
    }
}
