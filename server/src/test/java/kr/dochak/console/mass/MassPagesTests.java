package kr.dochak.console.mass;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import kr.dochak.ProductTest;
import kr.dochak.journeys.Browser;
import kr.dochak.journeys.CodesInHand;
import kr.dochak.journeys.Screens;
import kr.dochak.journeys.Trade;
import kr.dochak.shared.Seoul;
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

/** MSG-2, MSG-9 in a real browser: a notice to many is written, looked at, asked for, approved by another and followed. */
@Tag("slow")
@ProductTest
@Import(CodesInHand.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MassPagesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private WorldClock clock;

    @Autowired
    private World world;

    private final Screens screens = new Screens();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private Browser browser;
    private BrowserContext lead;
    private BrowserContext manager;
    private BrowserContext agent;
    private Trade trade;

    @BeforeAll
    void orders_are_under_way() {
        trade = new Trade(port, clock, world);
        Instant noon = Seoul.instant(Seoul.dateOf(clock.instant()), LocalTime.NOON);
        trade.until(noon.isBefore(clock.instant()) ? noon.plus(Duration.ofDays(1)) : noon);
        browser = Browser.launch();
        lead = loggedIn("lead@dochak.example");
        manager = loggedIn("manager@dochak.example");
        agent = loggedIn("agent@dochak.example");
        for (String each : List.of("a", "b", "c", "d")) {
            trade.order("MP-" + mark + each, new Trade.Buyer(mark + each, "한가람", "010-7712-4410"), "감귤 5kg");
        }
        trade.settle();
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
            here(page, name + " " + lang);
        }
    }

    private void here(Page page, String name) {
        for (int width : List.of(Browser.DESK, Browser.PHONE)) {
            page.setViewportSize(width, 900);
            screens.look(page, "mass " + name + " " + width);
        }
        page.setViewportSize(Browser.DESK, 900);
    }

    private void write(Page page, String bodyKo, String orders) {
        page.fill("#field-titleKo", "수도권 배송이 늦어지고 있어요");
        page.fill("#field-bodyKo", bodyKo);
        page.fill("#field-titleEn", "Deliveries are running late");
        page.fill("#field-bodyEn", "Heavy snow slows the trucks around Seoul. Your parcel stays on its way.");
        page.fill("#field-orders", orders);
    }

    @Test
    void MSG_2_a_notice_to_many_is_written_looked_at_approved_and_followed() {
        Page page = lead.newPage();
        look(page, "/console/mass-notices?q=없는글", "none");
        look(page, "/console/mass-notices/new", "new");
        write(page, "내일까지 전화드릴게요. 오늘만 특가!", "MP-" + mark + "a\nMP-nobody");
        page.click("main button:has-text('결재 올리기')");
        page.waitForSelector("text=약속하는 말");
        assertThat(page.textContent("main")).contains("특가");
        here(page, "wrong");
        write(page, "폭설로 서울과 경기의 트럭이 천천히 다니고 있어요. 택배는 그대로 가고 있어요.", """
                MP-%1$sa
                MP-%1$sb, MP-%1$sc MP-%1$sd
                MP-nobody""".formatted(mark));
        page.click("main button:has-text('미리 보기')");
        page.waitForSelector("text=주문 4건, 고객 4명에게 나가요");
        assertThat(page.textContent("main")).contains("바이트", "1개는 이 쇼핑몰에 없어요", "MP-" + mark + "a");
        here(page, "preview");
        page.click("main button:has-text('결재 올리기')");
        page.waitForSelector("text=결재에 올렸어요");
        String one = page.url().replaceAll("^https?://[^/]*|\\?.*", "");
        look(page, one, "asked");
        Page other = manager.newPage();
        other.navigate("/console/approvals?kind=mass-notice&lang=ko");
        screens.look(other, "mass approvals");
        other.locator("main li", new Page.LocatorOptions().setHasText("수도권 배송이 늦어지고 있어요"))
                .first()
                .locator("form[action$=approval] button")
                .click();
        other.waitForSelector("text=승인했어요");
        page.navigate(one + "?lang=ko");
        assertThat(page.textContent("main")).contains("보내는 중");
        page.click("main a:has-text('보내기 멈추기')");
        page.waitForSelector("dialog[open]");
        here(page, "stop");
        page.keyboard().press("Escape");
        trade.settle();
        look(page, one, "sent");
        assertThat(page.textContent("main")).contains("다 보냄", "4명");
        look(page, "/console/mass-notices", "list");
        page.close();
        other.close();
        Page reader = agent.newPage();
        assertThat(reader.navigate(one).status()).isEqualTo(403);
        reader.close();
        assertThat(screens.wrong()).isEmpty();
    }
}
