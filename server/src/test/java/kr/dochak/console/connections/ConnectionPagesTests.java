package kr.dochak.console.connections;

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

/** SET-1 in a real browser: a key is filled in, shown to nobody again, tried and put back. */
@Tag("slow")
@ProductTest
@Import(CodesInHand.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionPagesTests {

    @LocalServerPort
    private int port;

    private Browser browser;
    private BrowserContext admin;

    @BeforeAll
    void somebody_is_logged_in() {
        browser = Browser.launch();
        admin = browser.context("http://localhost:" + port, Browser.DESK);
        Page page = admin.newPage();
        page.navigate("/console/login");
        page.fill("[name=email]", "admin@dochak.example");
        page.fill("[name=password]", "dochak-demo");
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
        page.close();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void SET_1_a_key_is_filled_in_shown_to_nobody_again_and_put_back() {
        Screens screens = new Screens();
        Page page = admin.newPage();
        page.navigate("/console/connections?lang=ko");
        page.click("a[href='/console/connections/mail']");
        page.fill("#field-host", "localhost");
        page.fill("#field-password", "relay-password-0123456789");
        page.click(".setting-form button >> nth=0");
        assertThat(page.textContent("main")).contains("이 서버 자신의 주소는", "바꾸는 까닭");
        screens.look(page, "console connection refused");
        page.fill("#field-host", "smtp.example.com");
        page.fill("#field-port", "587");
        page.fill("#field-password", "relay-password-0123456789");
        page.fill("#field-reason", "새 메일 서버로 옮겨요");
        page.click(".setting-form button >> nth=0");
        page.waitForURL("**/console/connections/mail");
        assertThat(page.content()).doesNotContain("relay-password").contains("••••6789", "새 메일 서버로 옮겨요", "쓰고 있어요");
        screens.look(page, "console connection filled in");
        page.setViewportSize(Browser.PHONE, 900);
        screens.look(page, "console connection filled in phone");
        page.setViewportSize(Browser.DESK, 900);
        page.click("text=마지막 변경 되돌리기");
        page.waitForLoadState();
        assertThat(page.textContent("main")).contains("쓰지 않아요");
        page.close();
        assertThat(screens.wrong()).isEmpty();
    }

    @Test
    void SET_1_a_carriers_secret_is_made_shown_once_and_the_former_one_counts_for_a_while() {
        Screens screens = new Screens();
        Page page = admin.newPage();
        page.navigate("/console/connections/push-kr.ilyanglogis?lang=ko");
        screens.look(page, "console connection push empty");
        page.click("text=추측할 수 없는 비밀 만들기");
        page.waitForURL("**fresh=true**");
        String first = page.inputValue("#field-signing-secret");
        assertThat(first).hasSize(64);
        page.click(".setting-form button >> nth=0");
        assertThat(page.inputValue("#field-signing-secret"))
                .as("kept while the reason is missing")
                .isEqualTo(first);
        screens.look(page, "console connection push refused");
        page.fill("#field-reason", "일양로지스와 연결해요");
        page.click(".setting-form button >> nth=0");
        page.waitForURL("**/console/connections/push-kr.ilyanglogis");
        assertThat(page.content()).doesNotContain(first).contains("••••" + first.substring(60), "쓰고 있어요");
        page.fill("#field-signing-secret", "typed-by-somebody-0123456789");
        page.fill("#field-reason", "새 비밀로 바꿔요");
        page.click(".setting-form button >> nth=0");
        page.waitForURL("**/console/connections/push-kr.ilyanglogis");
        assertThat(page.textContent("main")).contains("전 비밀(••••" + first.substring(60) + ")은", "까지 받아요");
        for (String lang : List.of("en", "ko")) {
            for (int width : List.of(Browser.DESK, Browser.PHONE)) {
                page.setViewportSize(width, 900);
                page.navigate("/console/connections/push-kr.ilyanglogis?lang=" + lang);
                screens.look(page, "console connection push rotated " + width + lang);
            }
        }
        page.click("text=설치할 때 정한 값으로");
        page.waitForLoadState();
        page.close();
        assertThat(screens.wrong()).isEmpty();
    }

    @Test
    void SET_1_the_pages_read_without_barriers() {
        Screens screens = new Screens();
        Page page = admin.newPage();
        for (String lang : List.of("ko", "en")) {
            for (int width : List.of(Browser.DESK, Browser.PHONE)) {
                page.setViewportSize(width, 900);
                for (String path : List.of("", "/nhn", "/cj", "/sweettracker", "/kma")) {
                    page.navigate("/console/connections" + path + "?lang=" + lang);
                    screens.look(page, "console connections " + path.replace("/", "") + width + lang);
                }
            }
        }
        page.navigate("/console/connections/kma?lang=ko");
        page.click("text=물어보기");
        page.waitForLoadState();
        assertThat(page.textContent("body")).contains("묻지 않았어요");
        page.close();
        assertThat(screens.wrong()).isEmpty();
    }
}
