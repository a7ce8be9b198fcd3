package kr.dochak.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kr.dochak.ProductTest;
import kr.dochak.care.Cases;
import kr.dochak.care.CustomerMessage;
import kr.dochak.care.record.CaseChannel;
import kr.dochak.identity.vault.SignedLinks;
import kr.dochak.journeys.Browser;
import kr.dochak.journeys.Screens;
import kr.dochak.journeys.Trade;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.OrderId;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** M6, M11, M1 as people see them: what is hidden on a case, the look at it, the log of looks, and a link that tells little. */
@Tag("slow")
@ProductTest
class RevealPagesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private WorldClock clock;

    @Autowired
    private World world;

    @Autowired
    private Cases cases;

    @Autowired
    private Orders orders;

    @Autowired
    private SignedLinks links;

    @Test
    void M6_what_is_hidden_on_a_case_is_shown_for_a_reason_and_stands_in_the_log() {
        String fresh = "RP" + System.nanoTime();
        Trade trade = new Trade(port, clock, world);
        OrderId id = trade.order(fresh, new Trade.Buyer(fresh, "독고서진", "010-6420-7531"), "무선 전기포트");
        trade.settle();
        OrderSummary order = orders.find(id).orElseThrow();
        String typed = "독고서진이에요. 010-6420-7531로 전화 주시고, 공동현관 비번은 2468* 이에요.";
        cases.write(new CustomerMessage(
                order.tenantId(), order.personId(), id, CaseChannel.PORTAL, typed, "reveal-" + fresh));
        Screens screens = new Screens();
        try (Browser browser = Browser.launch();
                BrowserContext lead = browser.context("http://localhost:" + port, Browser.DESK)) {
            Page page = lead.newPage();
            page.navigate("/console/login");
            page.fill("[name=email]", "lead@dochak.example");
            page.fill("[name=password]", "dochak-demo");
            page.click("main button[type=submit]");
            page.waitForURL(url -> !url.contains("/login"));
            page.navigate("/console/cases/" + cases.ofOrder(id).getFirst().caseId());
            assertThat(page.content())
                    .contains("[이름]이에요. [전화번호]로 전화 주시고, 공동현관 비번은 [비밀번호] 이에요.")
                    .doesNotContain("2468", "7531");
            page.locator("#conversation summary:has-text('가려진 내용 보기')").click();
            both(screens, page, "reveal case asked");
            page.selectOption("#conversation [name=typed-kind]", "CUSTOMER_ASKED");
            page.locator("#conversation details form button").click();
            assertThat(page.content()).contains(typed);
            both(screens, page, "reveal case shown");
            page.navigate("/console/orders/" + id);
            page.locator("#customer summary").click();
            page.selectOption("#customer [name=kind]", "OTHER");
            page.fill("#customer [name=reason]", "xxxxxxxxxxxxxxx");
            page.locator("#customer form button").click();
            page.waitForSelector("#customer .field-error");
            both(screens, page, "reveal trace refused");
            page.navigate("/console/access");
            assertThat(page.content()).contains("문의 원문 보기", "고객 요청 · C");
            both(screens, page, "reveal log");
        }
        link(screens, order);
        assertThat(screens.wrong()).isEmpty();
    }

    private void link(Screens screens, OrderSummary order) {
        try (Browser browser = Browser.launch();
                BrowserContext stranger = browser.context("http://localhost:" + port, Browser.PHONE)) {
            Page page = stranger.newPage();
            page.navigate(links.pathFor(order.orderId(), Duration.ofHours(1)));
            assertThat(page.content()).contains("문의번호 C").doesNotContain("2468", "7531", "독고서진");
            both(screens, page, "reveal link");
        }
    }

    private static void both(Screens screens, Page page, String name) {
        for (Map.Entry<String, Integer> width :
                List.of(Map.entry("phone", Browser.PHONE), Map.entry("desk", Browser.DESK))) {
            page.setViewportSize(width.getValue(), 900);
            screens.look(page, name + " " + width.getKey());
        }
    }
}
