package kr.dochak.console.goodwill;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import kr.dochak.ProductTest;
import kr.dochak.benefits.Benefits;
import kr.dochak.benefits.Coupon;
import kr.dochak.care.Cases;
import kr.dochak.care.CustomerMessage;
import kr.dochak.care.record.CaseChannel;
import kr.dochak.compensation.Compensations;
import kr.dochak.compensation.goodwill.GoodwillGift;
import kr.dochak.compensation.goodwill.GoodwillProposal;
import kr.dochak.compensation.goodwill.GoodwillWish;
import kr.dochak.identity.StaffFixture;
import kr.dochak.journeys.Browser;
import kr.dochak.journeys.CodesInHand;
import kr.dochak.journeys.Screens;
import kr.dochak.journeys.Trade;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.settings.ChangeOutcome;
import kr.dochak.settings.SettingChange;
import kr.dochak.settings.SettingChange.Person;
import kr.dochak.settings.SettingDesk;
import kr.dochak.settings.Settings;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Won;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** BEN-4 in a real browser: an agent asks from a case, a lead approves in the queue, and the case shows what became of it. */
@Tag("slow")
@ProductTest
@Import(CodesInHand.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoodwillPagesTests {

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
    private Benefits benefits;

    @Autowired
    private Compensations compensations;

    @Autowired
    private SettingDesk desk;

    @Autowired
    private Settings settings;

    @Autowired
    private JdbcClient jdbc;

    private final Screens screens = new Screens();
    private Browser browser;
    private BrowserContext agent;
    private BrowserContext lead;
    private OrderSummary order;
    private CaseId about;

    @BeforeAll
    void a_case_is_open() {
        browser = Browser.launch();
        agent = loggedIn("agent@dochak.example");
        lead = loggedIn("lead@dochak.example");
        Trade trade = new Trade(port, clock, world);
        String mark = Long.toString(System.nanoTime());
        OrderId id = trade.order("G-" + mark, new Trade.Buyer("g" + mark, "서다온", "010-7712-4410"), "감귤 5kg");
        trade.settle();
        order = orders.find(id).orElseThrow();
        about = ((CustomerMessage.Writing.Taken) cases.write(new CustomerMessage(
                        order.tenantId(), order.personId(), id, CaseChannel.PORTAL, "상자가 젖어서 왔어요", "k" + mark)))
                .receipt()
                .caseId();
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

    private String at() {
        return "/console/orders/" + order.orderId() + "/goodwill";
    }

    private void look(Page page, String path, String name) {
        for (String lang : List.of("en", "ko")) {
            page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + lang);
            for (int width : List.of(Browser.DESK, Browser.PHONE)) {
                page.setViewportSize(width, 900);
                screens.look(page, "goodwill " + name + " " + width + " " + lang);
            }
        }
        page.setViewportSize(Browser.DESK, 900);
    }

    private static void send(Page page, String kind, String amount, String percent, String reason) {
        page.selectOption("#field-kind", kind);
        page.fill("#field-amount", amount);
        page.fill("#field-percent", percent);
        page.fill("#field-reason", reason);
        page.click("main form.card button");
        page.waitForLoadState();
    }

    @Test
    void BEN_4_an_agent_asks_from_a_case_and_sees_there_what_became_of_it() {
        Won before = benefits.balanceOf(order.personId());
        Page page = agent.newPage();
        page.navigate("/console/cases/" + about + "?lang=ko");
        page.click("a:has-text('보상 제안하기')");
        page.waitForURL("**/goodwill?case=*");
        look(page, at() + "?case=" + about, "form");
        page.navigate(at() + "?case=" + about + "&lang=ko");
        send(page, "COUPON", "많이", "250", "");
        assertThat(page.textContent("main")).contains("금액을 숫자로", "할인율을 1부터", "까닭을 적어 주세요");
        screens.look(page, "goodwill wrong");
        send(page, "POINTS", "3,000원", "", "상자가 젖어 도착해 죄송한 마음을 담았어요");
        assertThat(page.textContent("body")).contains("결재를 올렸어요");
        assertThat(benefits.balanceOf(order.personId())).isEqualTo(before);
        send(page, "COUPON", "5000", "10", "긴".repeat(300));
        page.locator("main form[action$=withdrawal] button").first().click();
        page.waitForSelector("text=제안을 거둬들였어요");
        look(page, at(), "asked");

        Page queue = lead.newPage();
        queue.navigate("/console/approvals?lang=ko&q=" + order.orderNo());
        assertThat(queue.textContent("main")).contains("3,000");
        queue.click("main .approval-acts a");
        queue.waitForURL("**/goodwill");
        assertThat(queue.textContent("main")).contains("상자가 젖어 도착해");
        queue.navigate("/console/approvals?lang=ko&q=" + order.orderNo());
        queue.click("main .approval-acts .button-primary");
        queue.waitForSelector("text=승인했어요");
        queue.close();
        assertThat(benefits.balanceOf(order.personId())).isEqualTo(before.plus(new Won(3_000)));
        look(page, "/console/cases/" + about, "case");
        page.navigate("/console/cases/" + about + "?lang=ko");
        assertThat(page.textContent(".pane-facts")).contains("3,000", "승인돼 드렸어요", "거둬들였어요");
        page.close();
        assertThat(screens.wrong()).isEmpty();
    }

    @Test
    void BEN_4_within_what_the_company_allows_it_is_given_at_once_and_a_form_counts_once() {
        long now = settings.number(settings.byKey("compensation.at-once-up-to").orElseThrow(), null, clock.instant());
        assertThat(now).as("as delivered nobody gives alone").isZero();
        allow(5_000);
        try {
            Page page = lead.newPage();
            page.navigate(at() + "?lang=ko");
            assertThat(page.textContent("main")).contains("5,000");
            send(page, "COUPON", "5000", "10", "기다리게 해 드려 죄송해요");
            assertThat(page.textContent("body")).contains("바로 드렸어요");
            send(page, "POINTS", "1", "", "한 번 더요");
            assertThat(page.textContent("body")).contains("결재를 올렸어요");
            page.close();
            assertThat(benefits.couponsOf(order.personId()))
                    .filteredOn(each -> each.maxDiscount().equals(new Won(5_000)))
                    .singleElement()
                    .extracting(Coupon::percent)
                    .isEqualTo(10);
            GoodwillWish once = new GoodwillWish(
                    order.orderId(), null, GoodwillGift.points(new Won(10)), "두 번 눌렀어요", UUID.randomUUID());
            var staff = StaffFixture.of(jdbc, "agent@dochak.example");
            assertThat(compensations.propose(staff, once)).isInstanceOf(GoodwillProposal.Proposed.class);
            assertThat(compensations.propose(staff, once)).isInstanceOf(GoodwillProposal.SentBefore.class);
        } finally {
            allow(0);
        }
    }

    private void allow(long won) {
        var setting = settings.byKey("compensation.at-once-up-to").orElseThrow();
        long seen = desk.history(setting.key(), null, Long.MAX_VALUE, 1).stream()
                .mapToLong(SettingChange::id)
                .max()
                .orElse(0);
        var wish = new ChangeOutcome.Wish(setting.key(), Long.toString(won), clock.instant(), "시험", seen);
        var waiting = (ChangeOutcome.Waiting) desk.change(null, wish, new Person(11, "한소라"));
        desk.agree(setting.key(), order.tenantId(), waiting.change().id(), new Person(12, "정유진"));
    }
}
