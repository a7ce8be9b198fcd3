package kr.dochak.identity.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.dochak.ProductTest;
import kr.dochak.care.Cases;
import kr.dochak.care.ratings.DeliveryRatings;
import kr.dochak.identity.vault.People;
import kr.dochak.journeys.Browser;
import kr.dochak.journeys.CodesInHand;
import kr.dochak.journeys.Screens;
import kr.dochak.journeys.Trade;
import kr.dochak.orders.Orders;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A person takes a copy of their data and leaves, and two of the staff erase another, in a real browser (IDN-3). */
@Tag("slow")
@ProductTest
@Import(CodesInHand.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivacyPagesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private WorldClock clock;

    @Autowired
    private World world;

    @Autowired
    private Orders orders;

    @Autowired
    private Cases cases;

    @Autowired
    private DeliveryRatings ratings;

    @Autowired
    private People people;

    @Autowired
    private CodesInHand codes;

    @Autowired
    private ErasureRun run;

    private final Screens screens = new Screens();
    private Browser browser;
    private Trade trade;

    @BeforeAll
    void open() {
        browser = Browser.launch();
        trade = new Trade(port, clock, world);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    private void look(Page page, String path, String name) {
        for (String lang : List.of("en", "ko")) {
            page.navigate(path + "?lang=" + lang);
            for (int width : List.of(Browser.DESK, Browser.PHONE)) {
                page.setViewportSize(width, 900);
                screens.look(page, "privacy " + name + " " + width + " " + lang);
            }
        }
    }

    private Leaver leaver() {
        return new Leaver(trade, orders, cases, ratings, clock);
    }

    private BrowserContext customer(Leaver leaver) throws InterruptedException {
        BrowserContext context = browser.context("http://localhost:" + port, Browser.PHONE);
        Page page = context.newPage();
        page.navigate("/login?mall=rainbow");
        page.fill("[name=contact]", leaver.buyer().id() + "@example.com");
        page.click("form:has([name=contact]) button[type=submit]");
        page.fill("[name=code]", codes.next());
        page.click("form:has([name=code]) button[type=submit]");
        page.waitForURL("**/orders");
        page.close();
        return context;
    }

    private BrowserContext staff(String role) {
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

    @Test
    void IDN_3_a_person_takes_a_copy_and_leaves_by_their_own_wish() throws Exception {
        Leaver leaver = leaver();
        try (BrowserContext context = customer(leaver)) {
            Page page = context.newPage();
            look(page, "/settings/erasure", "leave with open parcels");
            look(page, "/settings/copy", "copy");
            page.click("form[action='/settings/copy/code'] button");
            page.fill("[name=code]", codes.next());
            screens.look(page, "privacy copy code 390 ko");
            page.click("form[action='/settings/copy'] button");
            page.waitForSelector("a[href$='data.pdf']");
            screens.look(page, "privacy copy ready 390 ko");
            byte[] pdf = context.request()
                    .get(page.getAttribute("a[href$='data.pdf']", "href"))
                    .body();
            assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");

            leaver.settleEverything(trade, cases);
            page.navigate("/settings/erasure?lang=ko");
            page.check("[name=understood]");
            page.click("form[action='/settings/erasure'] button[type=submit]");
            look(page, "/settings/erasure", "leave asked");
            page.click("form[action$='withdrawal'] button");
            page.waitForSelector("text=신청을 취소했어요");
            page.check("[name=understood]");
            page.click("form[action='/settings/erasure'] button[type=submit]");
            erase();
            assertThat(people.isErased(leaver.person())).isTrue();
            page.navigate("/settings");
            assertThat(page.url()).contains("/login");
        }
        assertThat(screens.wrong()).isEmpty();
    }

    private void erase() {
        Instant then = clock.instant().plus(Duration.ofHours(25));
        while (run.tick(then)) {}
    }

    @Test
    void IDN_3_two_of_the_staff_erase_a_person_and_read_the_certificate() {
        Leaver leaver = leaver();
        leaver.settleEverything(trade, cases);
        try (BrowserContext lead = staff("lead");
                BrowserContext admin = staff("admin")) {
            Page page = lead.newPage();
            page.navigate("/console/privacy?lang=ko");
            page.fill("form[action='/console/privacy'] [name=order]", leaver.orderNo);
            page.click("form[action='/console/privacy'] button");
            assertThat(page.locator("form[action$='/approval']").count())
                    .as("not by whoever asked")
                    .isZero();
            Page second = admin.newPage();
            look(second, "/console/privacy", "console");
            second.setViewportSize(Browser.DESK, 900);
            second.click("form[action$='/approval'] button");
            second.waitForSelector("text=동의했어요");
            erase();
            assertThat(people.isErased(leaver.person())).isTrue();
            second.navigate("/console/privacy?lang=ko");
            String one = second.getAttribute("table a[href^='/console/privacy/']", "href");
            look(second, one, "certificate");
            second.setViewportSize(Browser.DESK, 900);
            second.fill("[name=reason]", "요청");
            second.click("form[action$='/archive'] button");
            assertThat(second.locator("form[action$='/archive']").textContent())
                    .contains("10자 이상 적어 주세요")
                    .doesNotContain("남궁" + leaver.mark);
            second.fill("[name=reason]", "분쟁조정위원회 2026-113호 자료 요청");
            second.click("form[action$='/archive'] button");
            assertThat(second.locator("main").textContent()).contains("남궁" + leaver.mark);
            page.navigate(one);
            assertThat(page.locator("form[action$='/archive']").count())
                    .as("for an administrator only")
                    .isZero();
        }
        assertThat(screens.wrong()).isEmpty();
    }
}
