package kr.dochak.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.ProductTest;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.factors.Phone;
import kr.dochak.journeys.Browser;
import kr.dochak.journeys.Screens;
import kr.dochak.shared.MallId;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;

/** IDN-1 as people see it: an administrator is led to an app, logs in with it, loses it, and a colleague's is reset. */
@Tag("slow")
@ProductTest
class SecondFactorPagesTests {

    private static final String RIGHT = "마흔두 마리의 흰긴수염고래";

    @LocalServerPort
    private int port;

    @Autowired
    private StaffRepository staff;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private WorldClock clock;

    private final String email = "pages" + System.nanoTime() + "@dochak.example";
    private final Screens screens = new Screens();

    @Test
    void IDN_1_an_administrator_adds_an_app_and_logs_in_with_it() {
        staff.add(new MallId(1), email, "남궁보라", encoder.encode(RIGHT), Set.of(Role.ADMIN), false, clock.instant());
        long id = staff.byEmail(email).orElseThrow().member().id();
        try (Browser browser = Browser.launch();
                BrowserContext context = browser.context("http://localhost:" + port, Browser.DESK)) {
            Page page = context.newPage();
            login(page, email, RIGHT);
            assertThat(page.url()).endsWith("/console/second-factor");
            both(page, "factor must");
            page.click("main form button[type=submit]");
            both(page, "factor square");
            Phone phone = Phone.reading(page.content());
            page.fill("[name=code]", "000000");
            page.click("#app button[type=submit]");
            page.waitForSelector(".field-error");
            both(page, "factor wrong code");
            page.fill("[name=code]", phone.code(clock.instant()));
            page.click("#app button[type=submit]");
            page.waitForSelector(".recovery-codes");
            both(page, "factor recovery codes");
            String onPaper = page.locator(".recovery-codes code").first().innerText();
            page.click("main a.button");
            page.navigate("/console/second-factor");
            both(page, "factor there");
            loginAgain(browser, phone, onPaper);
            colleague(browser, id);
        }
        assertThat(screens.wrong()).isEmpty();
    }

    private void loginAgain(Browser browser, Phone phone, String onPaper) {
        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(1)));
        try (BrowserContext context = browser.context("http://localhost:" + port, Browser.PHONE)) {
            Page page = context.newPage();
            login(page, email, RIGHT);
            both(page, "factor step");
            page.fill("[name=code]", "000000");
            page.click("main form button[type=submit]");
            page.waitForSelector(".field-error");
            both(page, "factor step wrong");
            page.fill("[name=code]", phone.code(clock.instant()));
            page.click("main form button[type=submit]");
            page.waitForURL(url -> url.endsWith("/console"));
        }
        try (BrowserContext context = browser.context("http://localhost:" + port, Browser.PHONE)) {
            Page page = context.newPage();
            login(page, email, RIGHT);
            page.fill("[name=code]", onPaper);
            page.click("main form button[type=submit]");
            page.waitForURL(url -> url.endsWith("/console"));
            page.waitForSelector("text=남은 복구 코드는 9개");
            page.context().clearCookies();
            page.navigate("/console/login/code");
            both(page, "factor step over");
        }
    }

    private void colleague(Browser browser, long id) {
        try (BrowserContext context = browser.context("http://localhost:" + port, Browser.DESK)) {
            Page page = context.newPage();
            login(page, "admin@dochak.example", "dochak-demo");
            page.navigate("/console/accounts/" + id);
            both(page, "factor account");
            page.click("[href='/console/accounts/" + id + "/second-factor']");
            both(page, "factor reset");
            page.selectOption("[name=reason]", "LOST");
            page.click("main form button[type=submit]");
            page.waitForURL(url -> url.endsWith("/console/accounts"));
            page.waitForSelector("text=남궁보라님의 2단계 인증을 초기화했어요");
        }
    }

    private static void login(Page page, String email, String password) {
        page.navigate("/console/login");
        page.fill("[name=email]", email);
        page.fill("[name=password]", password);
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.endsWith("/console/login"));
    }

    private void both(Page page, String name) {
        for (Map.Entry<String, Integer> width :
                List.of(Map.entry("phone", Browser.PHONE), Map.entry("desk", Browser.DESK))) {
            page.setViewportSize(width.getValue(), 900);
            screens.look(page, name + " " + width.getKey());
        }
    }
}
