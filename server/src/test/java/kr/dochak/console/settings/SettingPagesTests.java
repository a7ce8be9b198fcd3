package kr.dochak.console.settings;

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

/** SET-1 in a real browser: a number is looked at, changed, seen in the history and put back; another person agrees to a risky one. */
@Tag("slow")
@ProductTest
@Import(CodesInHand.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingPagesTests {

    @LocalServerPort
    private int port;

    private Browser browser;
    private BrowserContext manager;
    private BrowserContext admin;

    @BeforeAll
    void two_people_are_logged_in() {
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

    @Test
    void SET_1_a_number_is_looked_at_changed_and_put_back() {
        Screens screens = new Screens();
        Page page = manager.newPage();
        page.navigate("/console/settings?lang=ko");
        page.click("a[href='/console/settings/care.reopen-within']");
        page.fill("#field-number", "10");
        page.fill("#field-reason", "연휴에는 답이 늦어요");
        page.click(".setting-form .row button");
        page.waitForURL(url -> url.contains("number=10"));
        assertThat(page.textContent("main")).contains("이렇게 바꾸면: 해결한 상담에 10일 안에");
        screens.look(page, "console setting preview");
        page.click("main form[method=post] button >> nth=0");
        page.waitForURL(url -> !url.contains("number="));
        assertThat(page.textContent("main")).contains("7 → 10", "연휴에는 답이 늦어요");
        screens.look(page, "console setting changed");
        page.click("text=7(으)로 되돌리기");
        page.waitForURL(url -> url.contains("number=7"));
        page.click("main form[method=post] button >> nth=0");
        page.waitForURL(url -> !url.contains("number="));
        assertThat(page.textContent("#now")).contains("7일");
        page.close();
        assertThat(screens.wrong()).isEmpty();
    }

    @Test
    void SET_1_the_pages_read_without_barriers_full_wrong_long_and_not_ones_own() {
        Screens screens = new Screens();
        Page page = admin.newPage();
        for (String lang : List.of("ko", "en")) {
            for (int width : List.of(Browser.DESK, Browser.PHONE)) {
                page.setViewportSize(width, 900);
                for (String path : List.of(
                        "?section=CARE&",
                        "?section=FORECAST&",
                        "?section=PRIVACY&",
                        "/care.keep-solved?number=1&reason=&day=어제&",
                        "/insight.targets.moving?number=12&reason=" + "아주 긴 까닭이에요 ".repeat(20) + "&")) {
                    page.navigate("/console/settings" + path + "lang=" + lang);
                    screens.look(
                            page, "console settings " + path.substring(0, Math.min(24, path.length())) + width + lang);
                }
            }
        }
        page.setViewportSize(Browser.PHONE, 900);
        page.navigate("/console/settings/file?lang=ko");
        screens.look(page, "console settings file");
        page.fill("#field-text", "care.reopen-within = 9\nreveals.per-hour = 60\ncare.no-such = 1\n나쁜 줄");
        page.fill("#field-reason", "다른 설치에서 가져와요");
        page.click(".setting-form button");
        page.waitForURL("**/look");
        screens.look(page, "console settings file looked at");
        page.setViewportSize(Browser.DESK, 900);
        screens.look(page, "console settings file looked at wide");
        page.close();
        Page other = manager.newPage();
        other.navigate("/console/settings/reveals.per-hour?lang=ko");
        assertThat(other.textContent("main")).contains("담당자가 바꿔요");
        screens.look(other, "console setting of another owner");
        other.close();
        assertThat(screens.wrong()).isEmpty();
    }
}
