package kr.dochak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.ProductTest;
import kr.dochak.identity.vault.SignedLinks;
import kr.dochak.journeys.Browser;
import kr.dochak.journeys.CodesInHand;
import kr.dochak.journeys.Screens;
import kr.dochak.journeys.Trade;
import kr.dochak.shared.OrderId;
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

/** Every page of the portal in a real browser: in both languages, on a phone and a desk, for everybody who reads. */
@Tag("slow")
@ProductTest
@Import(CodesInHand.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalPagesTests {

    private static final Trade.Buyer JIMIN = new Trade.Buyer("c-jimin", "김지민", "010-1234-5670");
    private static final Trade.Buyer NOBODY = new Trade.Buyer("c-new", "이바다", "010-2222-5670");

    @LocalServerPort
    private int port;

    @Autowired
    private WorldClock clock;

    @Autowired
    private World world;

    @Autowired
    private CodesInHand codes;

    @Autowired
    private SignedLinks links;

    private List<Cookie> login = List.of();
    private Browser browser;
    private Trade trade;
    private long onTheWay;
    private long late;
    private long lost;
    private long parts;

    @BeforeAll
    void a_week_of_trade() {
        trade = new Trade(port, clock, world);
        Instant start = clock.instant();
        long delivered = (trade.order("P-1", JIMIN, "유기농 감귤 5kg")).value();
        late = (trade.order("P-2", JIMIN, "무선 전기포트 1.7L", "드립백 커피 20개입", "머그컵")).value();
        lost = (trade.order("P-3", JIMIN, "원목 <b>협탁</b> & 조명 아주 길고 길어서 두 줄을 훌쩍 넘어가는 이름을 가진 상품 세트 구성")).value();
        long silent = (trade.order("P-4", JIMIN, "겨울 이불")).value();
        trade.settle();
        for (String no : List.of("1", "2", "3", "4")) {
            trade.ship("61230000000" + no, "P-" + no);
        }
        trade.settle();
        trade.until(start.plus(Duration.ofHours(8)));
        for (String no : List.of("1", "2", "3", "4")) {
            trade.scan("61230000000" + no, "PICKED_UP", "", "인천중구");
        }
        trade.until(start.plus(Duration.ofHours(16)));
        trade.scan("612300000001", "IN_TRANSIT", "", "옥천HUB");
        trade.scan("612300000002", "IN_TRANSIT", "HUB_BACKLOG", "옥천HUB");
        trade.scan("612300000003", "IN_TRANSIT", "", "옥천HUB");
        trade.until(start.plus(Duration.ofHours(25)));
        trade.scan("612300000001", "OUT_FOR_DELIVERY", "", "강남A");
        trade.until(start.plus(Duration.ofHours(30)));
        trade.scan("612300000001", "DELIVERED", "", "강남A");
        trade.scan("612300000003", "EXCEPTION", "LOST", "옥천HUB");
        trade.until(start.plus(Duration.ofHours(47)));
        onTheWay = (trade.order("P-5", JIMIN, "러닝화 270", "스포츠 양말 3켤레")).value();
        parts = (trade.order("P-6", JIMIN, "책상", "의자")).value();
        trade.settle();
        trade.ship("612300000005", "P-5");
        trade.ship("612300000006", "P-6", 1);
        trade.ship("612300000007", "P-6", 2);
        trade.until(start.plus(Duration.ofHours(50)));
        trade.scan("612300000005", "PICKED_UP", "", "인천중구");
        trade.scan("612300000006", "PICKED_UP", "", "인천중구");
        trade.until(start.plus(Duration.ofHours(58)));
        trade.scan("612300000005", "IN_TRANSIT", "", "곤지암HUB");
        trade.order("P-7", NOBODY, "연필");
        trade.until(start.plus(Duration.ofHours(60)));
        assertThat(List.of(delivered, silent)).doesNotContain(0L);
        browser = Browser.launch();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    private String base() {
        return "http://localhost:" + port;
    }

    /** A visitor who is logged in; one log-in serves all, as codes are few for each contact. */
    private BrowserContext customer(int width) throws InterruptedException {
        BrowserContext context = browser.context(base(), width);
        if (login.isEmpty()) {
            logIn(context);
            login = cookies(context);
        } else {
            context.addCookies(login);
        }
        return context;
    }

    private void logIn(BrowserContext context) throws InterruptedException {
        Page page = context.newPage();
        page.navigate("/login?mall=rainbow");
        page.fill("[name=contact]", JIMIN.phone());
        page.click("form:has([name=contact]) button[type=submit]");
        page.fill("[name=code]", codes.next());
        page.click("form:has([name=code]) button[type=submit]");
        page.waitForURL("**/orders");
        page.close();
    }

    private static List<Cookie> cookies(BrowserContext context) {
        return context.cookies().stream()
                .filter(each -> !each.name.equals("lang"))
                .map(each ->
                        new Cookie(each.name, each.value).setDomain(each.domain).setPath(each.path))
                .toList();
    }

    private List<String> pages() {
        return List.of(
                "/orders",
                "/orders?show=done",
                "/orders?q=없는것",
                "/orders/" + onTheWay,
                "/orders/" + late,
                "/orders/" + lost,
                "/orders/" + parts,
                "/orders/" + onTheWay + "/request",
                "/orders/" + lost + "/request",
                "/benefits",
                "/help",
                "/inbox",
                "/settings",
                "/settings/sessions",
                "/settings/whose",
                "/policy/compensation",
                links.pathFor(new OrderId(onTheWay), Duration.ofDays(1)),
                "/t/forged",
                "/orders/999999999");
    }

    @Test
    void every_page_reads_without_barriers_in_both_languages_at_every_width() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (int width : List.of(Browser.PHONE, Browser.DESK)) {
            try (BrowserContext context = customer(width)) {
                Page page = context.newPage();
                for (String lang : List.of("ko", "en")) {
                    for (String path : pages()) {
                        String at = width + " " + lang + " " + path;
                        page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + lang);
                        Browser.barriers(page).forEach(barrier -> wrong.add(at + " " + barrier));
                        Screens.keep(page, at);
                        page.setViewportSize(Browser.SMALLEST, 700);
                        if (Browser.sidewaysScroll(page) > 0) {
                            wrong.add(at + " scrolls sideways by " + Browser.sidewaysScroll(page));
                        }
                        page.setViewportSize(width, width < 600 ? 844 : 900);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void three_taps_from_the_list_change_the_day_and_it_can_be_undone_without_scripts() throws Exception {
        try (BrowserContext scripted = customer(Browser.PHONE);
                BrowserContext plain = browser.withoutScripts(base(), Browser.PHONE)) {
            plain.addCookies(cookies(scripted));
            Page page = plain.newPage();
            page.navigate("/orders?q=P-5");
            page.click("a[href='/orders/" + onTheWay + "/request']");
            page.locator(".day-2").check();
            assertThat(page.locator(".effect-2").isVisible()).isTrue();
            assertThat(page.locator(".effect-2").textContent()).contains("도착 약속이");
            page.click("form.request button[type=submit]");
            assertThat(page.locator(".undo").textContent()).contains("받고 싶다는 요청을 받았어요");
            trade.settle();
            page.click(".undo button");
            assertThat(page.locator(".toast").textContent()).contains("가장 빨리");
        }
    }

    @Test
    void a_scan_changes_the_open_page_without_reload() throws Exception {
        try (BrowserContext context = customer(Browser.PHONE)) {
            Page page = context.newPage();
            page.navigate("/orders/" + parts);
            page.waitForTimeout(700);
            trade.scan("612300000006", "IN_TRANSIT", "", "옥천HUB");
            page.waitForSelector(".last-fact:has-text('옥천HUB')", new Page.WaitForSelectorOptions().setTimeout(3000));
            assertThat(page.locator(".last-fact").allTextContents()).anyMatch(text -> text.contains("옥천HUB"));
        }
    }
}
