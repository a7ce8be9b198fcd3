package kr.dochak.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import kr.dochak.care.CaseChannel;
import kr.dochak.care.Cases;
import kr.dochak.care.CustomerMessage;
import kr.dochak.identity.People;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.journeys.Browser;
import kr.dochak.journeys.BusyWeek;
import kr.dochak.journeys.BusyWeek.Fate;
import kr.dochak.journeys.CodesInHand;
import kr.dochak.journeys.Screens;
import kr.dochak.journeys.Trade;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.Heartbeat;
import kr.dochak.shared.WorldClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Every page of the console in a real browser: full, empty and broken, in both languages, at a desk and smaller. */
@Tag("slow")
@ProductTest
@Import(CodesInHand.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsolePagesTests {

    private static final int SMALL_DESK = 1024;

    @LocalServerPort
    private int port;

    @Autowired
    private WorldClock clock;

    @Autowired
    private Heartbeat heartbeat;

    @Autowired
    private Cases cases;

    @Autowired
    private Orders orders;

    @Autowired
    private People people;

    private final Map<String, BrowserContext> staff = new HashMap<>();
    private final Screens screens = new Screens();
    private Browser browser;
    private Trade trade;
    private BusyWeek week;
    private long danger;
    private long talk;
    private long foreign;

    @BeforeAll
    void a_busy_week() {
        trade = new Trade(port, clock, heartbeat);
        week = new BusyWeek(trade, clock, "CP");
        week.happen();
        danger = said(week.order(Fate.DAMAGED), "상자가 젖어 있고 배터리에서 연기가 나요. 아이가 있어서 너무 무서워요. 어떻게 해야 하나요?");
        talk = said(week.order(Fate.LATE), "어제 온다고 했는데 아직 안 왔어요. 언제 오나요?");
        said(week.order(Fate.SPLIT), "책상은 출발했다는데 스탠드는 언제 오나요? 주소는 서울 강남구 테헤란로 152 1203호가 맞아요. "
                + "그리고 전화는 010-7070-2741 로 부탁드려요. ".repeat(12));
        Trade other = new Trade(port, TestKeys.HANGANG, clock, heartbeat);
        foreign = other.order("CP-HG-1", new Trade.Buyer("cp-hg", "한강손님", "010-7070-9999"), "한강마트 비밀 상품");
        trade.settle();
        browser = Browser.launch();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    private long said(long orderId, String text) {
        OrderSummary order = orders.find(orderId).orElseThrow();
        String key = UUID.randomUUID().toString();
        return cases.write(new CustomerMessage(
                        order.tenantId(), order.personId(), orderId, CaseChannel.PORTAL, text, key))
                .caseId();
    }

    /** A page of a member of staff; one log-in at each width serves all tests. */
    private Page desk(Role role, int width) {
        Page page = staff.computeIfAbsent(role + " " + width, key -> logIn(role, width)).newPage();
        page.setDefaultTimeout(10_000);
        return page;
    }

    private BrowserContext logIn(Role role, int width) {
        BrowserContext context = browser.context("http://localhost:" + port, width);
        Page page = context.newPage();
        page.navigate("/console/login");
        page.fill("[name=email]", role.name().toLowerCase(Locale.ROOT) + "@dochak.example");
        page.fill("[name=password]", "dochak-demo");
        page.click("main button[type=submit], main button:not([type])");
        page.waitForURL(url -> !url.contains("/login"));
        page.close();
        return context;
    }

    private Map<String, String> everyPage() {
        Map<String, String> pages = new java.util.LinkedHashMap<>();
        pages.put("board", "/console");
        pages.put("orders", "/console/orders");
        pages.put("shipments", "/console/shipments");
        pages.put("shipments-late", "/console/shipments?show=DELAYED");
        pages.put("shipments-none", "/console/shipments?show=SILENT&carrier=kr.epost");
        for (Fate fate : List.of(Fate.LATE, Fate.MANY_SCANS, Fate.SPLIT, Fate.CANCELLED)) {
            pages.put("trace-" + fate, "/console/orders/" + week.order(fate));
        }
        pages.put("trace-arrived", "/console/orders/" + week.arrived());
        pages.put("cases", "/console/cases");
        pages.put("cases-none", "/console/cases?view=solved&q=C999999");
        pages.put("case-danger", "/console/cases/" + danger);
        pages.put("case-talk", "/console/cases/" + talk);
        pages.put("compensation", "/console/compensation");
        pages.put("search-ask", "/console/search");
        pages.put("search-none", "/console/search?q=없는사람");
        pages.put("search-person", "/console/search?q=남궁선우");
        pages.put("unknown", "/console/orders/999999999999");
        pages.put("login", "/console/login");
        return pages;
    }

    @Test
    void every_page_reads_without_barriers_in_both_languages_at_a_desk() {
        for (int width : List.of(Browser.DESK, SMALL_DESK)) {
            Page page = desk(Role.LEAD, width);
            for (String lang : List.of("ko", "en")) {
                everyPage().forEach((name, path) -> {
                    page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + lang);
                    screens.look(page, "console " + name + " " + width + " " + lang);
                });
            }
            page.navigate("/console?lang=ko");
        }
        assertThat(screens.wrong()).isEmpty();
    }
}
