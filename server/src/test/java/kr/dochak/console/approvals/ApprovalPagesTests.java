package kr.dochak.console.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kr.dochak.ProductTest;
import kr.dochak.approvals.ApprovalWish;
import kr.dochak.approvals.Approvals;
import kr.dochak.identity.StaffFixture;
import kr.dochak.identity.StaffMember;
import kr.dochak.journeys.Browser;
import kr.dochak.journeys.CodesInHand;
import kr.dochak.journeys.Screens;
import kr.dochak.settings.SecondPerson.Wish;
import kr.dochak.settings.Settings;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Won;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SET-1, BEN-4 in a real browser: one asks, another finds it in the queue, decides, and sees what became of it. */
@Tag("slow")
@ProductTest
@Import(CodesInHand.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApprovalPagesTests {

    private static final String AT = "/console/approvals";

    @LocalServerPort
    private int port;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Settings settings;

    @Autowired
    private WorldClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final Screens screens = new Screens();
    private Browser browser;
    private BrowserContext admin;
    private BrowserContext lead;
    private BrowserContext agent;

    @BeforeAll
    void people_are_logged_in() {
        browser = Browser.launch();
        admin = loggedIn("admin@dochak.example");
        lead = loggedIn("lead@dochak.example");
        agent = loggedIn("agent@dochak.example");
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

    private long goodwill(String orderNo, long won, int votes) {
        StaffMember maker = StaffFixture.of(jdbc, "manager@dochak.example");
        return approvals.ask(new ApprovalWish(
                new Wish(
                        "goodwill",
                        Long.toString(-System.nanoTime()),
                        maker.tenantId(),
                        maker.id(),
                        "approvals.what.goodwill",
                        List.of(orderNo, String.format("%,d", won)),
                        "/console/orders",
                        null),
                Set.of(),
                new Won(won),
                votes,
                List.of()));
    }

    private void look(Page page, String path, String name) {
        for (String lang : List.of("en", "ko")) {
            page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + lang);
            for (int width : List.of(Browser.DESK, Browser.PHONE)) {
                page.setViewportSize(width, 900);
                screens.look(page, "approvals " + name + " " + width + " " + lang);
            }
        }
        page.setViewportSize(Browser.DESK, 900);
    }

    @Test
    void SET_1_a_risky_number_is_asked_for_on_its_page_and_decided_in_the_queue() {
        long before = settings.number(settings.byKey("reveals.per-hour").orElseThrow(), null, clock.instant());
        Page page = admin.newPage();
        page.navigate("/console/settings/reveals.per-hour?lang=ko");
        page.fill("#field-number", String.valueOf(before + 1));
        page.fill("#field-reason", "연휴 뒤 문의가 많아요");
        page.click(".setting-form .row button");
        page.click("main form[method=post] button >> nth=0");
        page.waitForURL(url -> !url.contains("number="));
        page.navigate(AT + "?show=mine&kind=setting&lang=ko");
        assertThat(page.textContent("main")).contains(String.valueOf(before + 1), "거둬들이기");
        look(page, AT + "?show=mine", "mine");
        page.navigate(AT + "?show=mine&kind=setting&lang=ko");
        page.click("main .approval-acts button >> nth=0");
        page.waitForURL(url -> url.contains("show=mine"));
        assertThat(page.textContent("main")).contains("거둬들임");
        assertThat(page.locator("main .approval-acts button").count()).isZero();
        page.close();
        assertThat(screens.wrong()).isEmpty();
    }

    @Test
    void BEN_4_the_number_beside_the_menu_is_live_and_the_queue_is_decided_by_keyboard() {
        Page page = lead.newPage();
        page.navigate(AT + "?lang=ko");
        int waited = number(page);
        long id = goodwill("P-10077", 12_000, 1);
        page.waitForFunction(
                "n => Number(document.querySelector('#rail-count-approvals .rail-number')?.textContent ?? 0) > n",
                waited);
        long big = goodwill("P-" + "9".repeat(40), 120_000, 2);
        look(page, AT, "queue");
        page.navigate(AT + "?q=P-10077&lang=ko");
        page.focus("#approval-" + id + " .button-primary");
        page.keyboard().press("Enter");
        page.waitForSelector("text=그사이 바뀌어서");
        page.navigate(AT + "?lang=ko");
        page.fill("#approval-" + big + " [name=why]", "사진이 없어요");
        page.keyboard().press("Enter");
        page.waitForSelector("text=거절했어요");
        look(page, AT + "?show=decided", "decided");
        page.navigate(AT + "?show=decided&lang=ko");
        assertThat(page.textContent("main")).contains("사진이 없어요");
        page.close();
        assertThat(screens.wrong()).isEmpty();
    }

    private static int number(Page page) {
        var number = page.locator("#rail-count-approvals .rail-number");
        return number.count() == 0
                ? 0
                : Integer.parseInt(number.first().textContent().strip());
    }

    @Test
    void SET_1_an_absence_is_set_wrong_set_right_and_ended() {
        Page page = lead.newPage();
        look(page, AT + "/absence", "absence none");
        page.navigate(AT + "/absence?lang=ko");
        page.fill("[name=until]", "2020-01-01");
        page.click("main form.alert-form button:has-text('부재 정하기')");
        assertThat(page.textContent("main")).contains("첫날과 마지막 날을 확인해 주세요");
        screens.look(page, "approvals absence wrong");
        LocalDate today = Seoul.dateOf(clock.instant());
        page.fill("[name=from]", today.toString());
        page.fill("[name=until]", today.plusDays(4).toString());
        page.click("main form.alert-form button:has-text('부재 정하기')");
        page.waitForSelector("text=부재를 정했어요");
        look(page, AT + "/absence", "absence set");
        page.navigate(AT + "/absence?lang=ko");
        page.click("text=부재 끝내기");
        page.waitForSelector("text=부재를 끝냈어요");
        page.close();
        assertThat(screens.wrong()).isEmpty();
    }

    @Test
    void SET_1_who_decides_nothing_sees_an_empty_queue() {
        Page page = agent.newPage();
        look(page, AT, "empty");
        look(page, AT + "?show=decided&kind=role", "none found");
        page.close();
        assertThat(screens.wrong()).isEmpty();
    }
}
