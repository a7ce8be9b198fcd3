package kr.dochak.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import kr.dochak.ProductTest;
import kr.dochak.journeys.Browser;
import kr.dochak.journeys.Screens;
import kr.dochak.shared.MallId;
import kr.dochak.time.WorldClock;
import kr.dochak.webhooks.Endpoint;
import kr.dochak.webhooks.EndpointOutcome;
import kr.dochak.webhooks.Receiver;
import kr.dochak.webhooks.SendOutcome;
import kr.dochak.webhooks.WebhookDeliveries;
import kr.dochak.webhooks.Webhooks;
import kr.dochak.world.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The webhooks' pages in a real browser: empty, full, stopped and broken; in both languages, at a desk and on a phone. */
@Tag("slow")
@ProductTest
@TestPropertySource(properties = {"dochak.webhooks.reach=LOOPBACK", "dochak.webhooks.answer-timeout=2s"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookPagesTests {

    private static final String LIST = "/console/webhooks";
    private static final List<String> EVENTS = List.of("shipment.status_changed", "promise.delayed");

    @LocalServerPort
    private int port;

    @Autowired
    private Webhooks webhooks;

    @Autowired
    private WebhookDeliveries deliveries;

    @Autowired
    private World world;

    @Autowired
    private WorldClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final Receiver receiver = new Receiver();
    private final Screens screens = new Screens();
    private Browser browser;
    private long tenant;

    @BeforeAll
    void open() {
        browser = Browser.launch();
        tenant = jdbc.sql("select tenant_id from identity.mall where code = 'rainbow'")
                .query(Long.class)
                .single();
    }

    @AfterAll
    void close() {
        browser.close();
        receiver.close();
    }

    @Test
    void an_endpoint_is_registered_tried_stopped_and_replayed_from_the_console() {
        try (BrowserContext admin = desk("admin")) {
            Page page = admin.newPage();
            page.setDefaultTimeout(30_000);
            look(page, LIST, "empty");
            register(page);
            String one = page.url().replaceAll("^https?://[^/]+", "").replaceAll("\\?.*", "");
            page.click("text=시험 보내기");
            page.waitForSelector("text=시험 사건을 보냈어요");
            world.settle();
            page.waitForSelector("#webhook-list td:has-text('answer 200')");
            receiver.answer(500);
            ping(one);
            receiver.answer(410);
            ping(one);
            look(page, one, "stopped");
            look(page, one + "?ask=remove", "remove");
            look(page, one + "?ask=secret", "rotate");
            board(page);
            receiver.answer(200);
            revive(page, one);
            many();
            look(page, LIST, "full");
            look(page, LIST + "?state=PAUSED&q=없는", "none");
            look(page, LIST + "/new", "new");
            read(page);
        }
        assertThat(screens.wrong()).isEmpty();
    }

    private void register(Page page) {
        page.navigate(LIST + "?lang=ko");
        page.click("main .empty a.button");
        page.fill("[name=url]", "http://10.0.0.1/hook");
        page.locator("[name=events]").all().forEach(box -> box.uncheck());
        page.click("main form button[type=submit]");
        page.waitForSelector("#field-events-error");
        assertThat(page.locator("main").textContent()).contains("사설망", "하나 이상");
        screens.look(page, "webhooks wrong 1440 ko");
        page.fill("[name=url]", receiver.url("/console-hook"));
        page.fill("[name=description]", "주문 관리 시스템");
        page.check("[value='promise.delayed']");
        page.click("main form button[type=submit]");
        page.waitForSelector("code.webhook-secret");
        assertThat(page.locator("code.webhook-secret").textContent()).startsWith("whsec_");
        screens.look(page, "webhooks secret 1440 ko");
        page.reload();
        assertThat(page.locator("code.webhook-secret").count()).as("only once").isZero();
    }

    private void ping(String one) {
        world.advance(clock.instant().plus(Duration.ofSeconds(2)), Duration.ofSeconds(1));
        assertThat(deliveries.ping(new MallId(tenant), Long.parseLong(one.substring(one.lastIndexOf('/') + 1))))
                .isInstanceOf(SendOutcome.Sent.class);
        world.settle();
    }

    private void board(Page page) {
        page.navigate("/console?lang=ko");
        page.click("main .notice a[href*='state=DISABLED']");
        assertThat(page.locator("table tbody tr").count()).isEqualTo(1);
        try (BrowserContext lead = desk("lead")) {
            Page board = lead.newPage();
            board.navigate("/console");
            assertThat(board.locator("main .notice").textContent()).contains("멈춘 웹훅");
            assertThat(board.navigate(LIST).status()).isEqualTo(403);
        }
    }

    private void revive(Page page, String one) {
        page.navigate(one + "?lang=ko");
        page.click("text=다시 켜기");
        page.waitForSelector("text=다시 보내기 시작했어요");
        world.settle();
        page.navigate(one + "?show=GIVEN_UP");
        page.locator("table tbody tr a.button").first().click();
        page.waitForSelector("pre.webhook-body");
        screens.look(page, "webhooks replay 1440 ko");
        page.click("main .notice form button");
        page.waitForSelector("text=1건을 다시 보내고 있어요");
        world.settle();
        page.navigate(one);
        assertThat(page.locator("table tbody").textContent())
                .contains("다시 보냄 1번")
                .doesNotContain("받지 못함");
        page.click("text=몇 건인지 보기");
        page.waitForURL("**from=**");
        look(page, page.url(), "one");
    }

    /** Enough for a second page. */
    private void many() {
        for (int i = 0; i < 24; i++) {
            Endpoint made = ((EndpointOutcome.Done) webhooks.register(
                            new MallId(tenant),
                            receiver.url("/many/" + i + "/a-rather-long-path-of-a-system"),
                            "재고 시스템 " + i,
                            EVENTS))
                    .endpoint();
            if (i % 5 == 0) {
                webhooks.pause(new MallId(tenant), made.id()).orElseThrow();
            }
        }
    }

    private void read(Page page) {
        page.navigate(LIST + "?lang=ko");
        assertThat(page.locator("table tbody tr").count()).isEqualTo(20);
        page.click("a[rel=next]");
        page.waitForURL("**after=**");
        assertThat(page.locator("table tbody tr").count()).isEqualTo(5);
        page.click(".filter-chip[href*=PAUSED]");
        page.waitForURL("**state=PAUSED**");
        assertThat(page.locator("table tbody tr").count()).isEqualTo(5);
        page.fill("#webhook-q", "시스템 15");
        page.click(".filter-form button");
        page.waitForURL("**q=**");
        assertThat(page.locator("table tbody tr").count()).isEqualTo(1);
    }

    private void look(Page page, String path, String name) {
        String plain = path.replaceAll("[?&]lang=..", "");
        for (String lang : List.of("en", "ko")) {
            page.navigate(plain + (plain.contains("?") ? "&" : "?") + "lang=" + lang);
            for (int width : List.of(Browser.DESK, 1024, Browser.PHONE)) {
                page.setViewportSize(width, 900);
                screens.look(page, "webhooks " + name + " " + width + " " + lang);
            }
        }
        page.setViewportSize(Browser.DESK, 900);
    }

    private BrowserContext desk(String role) {
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
}
