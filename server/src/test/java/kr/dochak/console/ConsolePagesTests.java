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
import kr.dochak.care.Cases;
import kr.dochak.care.CustomerMessage;
import kr.dochak.care.CustomerMessage.Writing;
import kr.dochak.care.record.CaseChannel;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.vault.People;
import kr.dochak.journeys.Browser;
import kr.dochak.journeys.BusyWeek;
import kr.dochak.journeys.BusyWeek.Fate;
import kr.dochak.journeys.CodesInHand;
import kr.dochak.journeys.Screens;
import kr.dochak.journeys.Trade;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.corrections.Corrections;
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

/** Every page of the console in a real browser: full, empty and broken, in both languages, at a desk and smaller. */
@Tag("slow")
@ProductTest
@Import(CodesInHand.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsolePagesTests {

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
    private Tracking tracking;

    @Autowired
    private Corrections corrections;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private final Map<Role, BrowserContext> staff = new HashMap<>();
    private Browser browser;
    private Trade trade;
    private BusyWeek week;
    private long danger;
    private ShipmentView corrected;
    private long talk;
    private long foreign;

    @BeforeAll
    void a_busy_week() {
        trade = new Trade(port, clock, world);
        week = new BusyWeek(trade, clock, "CP");
        week.happen();
        danger = said(new OrderId(week.order(Fate.DAMAGED)), "상자가 젖어 있고 배터리에서 연기가 나요. 아이가 있어서 너무 무서워요. 어떻게 해야 하나요?");
        talk = said(new OrderId(week.order(Fate.LATE)), "어제 온다고 했는데 아직 안 왔어요. 언제 오나요?");
        said(
                new OrderId(week.order(Fate.SPLIT)),
                "책상은 출발했다는데 스탠드는 언제 오나요? 주소는 서울 강남구 테헤란로 152 1203호가 맞아요. "
                        + "그리고 전화는 010-7070-2741 로 부탁드려요. ".repeat(12));
        Trade other = new Trade(port, TestKeys.HANGANG, clock, world);
        foreign = (other.order("CP-HG-1", new Trade.Buyer("cp-hg", "한강손님", "010-7070-9999"), "한강마트 비밀 상품")).value();
        trade.settle();
        long tenant = (orders.find(new OrderId(week.arrived())).orElseThrow().tenantId()).value();
        new WindowHistory(jdbc, tenant, clock).happen();
        new IntegrationHistory(jdbc, clock).happen();
        corrected = parcel(2);
        corrections.correct(
                corrected.state().tenantId(),
                corrected.shipmentId(),
                1,
                "고객이 문 앞에도 경비실에도 없다고 했고, 기사님이 다른 동에 두었다고 확인했어요. 내일 다시 가져다드리기로 했어요.");
        collide(parcel(3), parcel(4));
        browser = Browser.launch();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    private ShipmentView parcel(int place) {
        MallId mall = orders.find(new OrderId(week.arrived())).orElseThrow().tenantId();
        return tracking.byNumber(mall, TrackingNumber.of(week.trackingNumber(place)))
                .getFirst();
    }

    private void collide(ShipmentView kept, ShipmentView retired) {
        jdbc.sql("""
                insert into tracking.number_collision
                    (tenant_id, carrier, tracking_number, kept_id, retired_id, written_as, found_at)
                values (:tenant, :carrier, :number, :kept, :retired, :written, :now)
                """)
                .param("tenant", kept.state().tenantId().value())
                .param("carrier", kept.state().carrier().value())
                .param("number", kept.trackingNumber().value())
                .param("kept", kept.shipmentId().value())
                .param("retired", retired.shipmentId().value())
                .param("written", kept.trackingNumber().value() + " (재발송)")
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .update();
    }

    private long said(OrderId orderId, String text) {
        OrderSummary order = orders.find(orderId).orElseThrow();
        String key = UUID.randomUUID().toString();
        return (((Writing.Taken) cases.write(new CustomerMessage(
                                order.tenantId(), order.personId(), orderId, CaseChannel.PORTAL, text, key)))
                        .receipt()
                        .caseId())
                .value();
    }

    /** A page of a member of staff; one log-in of each role serves all tests. */
    private Page desk(Role role) {
        Page page = staff.computeIfAbsent(role, this::logIn).newPage();
        page.setDefaultTimeout(30_000);
        return page;
    }

    private BrowserContext logIn(Role role) {
        BrowserContext context = browser.context("http://localhost:" + port, Browser.DESK);
        Page page = context.newPage();
        enter(page, role.name().toLowerCase(Locale.ROOT) + "@dochak.example", "dochak-demo");
        page.waitForURL(url -> !url.contains("/login"));
        page.close();
        return context;
    }

    private static void enter(Page page, String email, String password) {
        page.navigate("/console/login");
        page.fill("[name=email]", email);
        page.fill("[name=password]", password);
        page.click("main button[type=submit]");
    }

    private Map<String, String> everyPage() {
        Map<String, String> pages = new java.util.LinkedHashMap<>();
        pages.put("board", "/console");
        pages.put("orders", "/console/orders");
        pages.put("shipments", "/console/shipments");
        pages.put("shipments-late", "/console/shipments?show=DELAYED");
        pages.put("situations", "/console/shipments/situations");
        pages.put("shipments-none", "/console/shipments?show=SILENT&carrier=kr.epost");
        for (Fate fate : List.of(Fate.LATE, Fate.LOST, Fate.MANY_SCANS, Fate.SPLIT, Fate.CANCELLED)) {
            pages.put("trace-" + fate, "/console/orders/" + week.order(fate));
        }
        pages.put("trace-arrived", "/console/orders/" + week.arrived());
        ShipmentView arrived = parcel(0);
        pages.put(
                "correction", "/console/orders/" + week.arrived() + "/parcels/" + arrived.shipmentId() + "/correction");
        pages.put(
                "trace-corrected",
                "/console/orders/" + corrected.orders().getFirst().orderId());
        pages.put("cases", "/console/cases");
        pages.put("cases-none", "/console/cases?view=solved&q=C999999");
        pages.put("case-danger", "/console/cases/" + danger);
        pages.put("case-talk", "/console/cases/" + talk);
        pages.put("tasks", "/console/tasks");
        pages.put("tasks-none", "/console/tasks?show=DONE");
        pages.put("tasks-unreached", "/console/tasks/unreached");
        pages.put("tasks-not-found", "/console/tasks?q=NONE-1");
        pages.put("orders-cancelled", "/console/orders/cancelled");
        pages.put("orders-cancelled-none", "/console/orders/cancelled?show=came&q=NONE-1");
        pages.put("compensation", "/console/compensation");
        pages.put("integrations", "/console/integrations");
        pages.put("raw", "/console/integrations/raw");
        pages.put("raw-parcel", "/console/integrations/raw?q=" + arrived.trackingNumber());
        pages.put("raw-none", "/console/integrations/raw?q=NONE-1");
        pages.put("windows", "/console/windows");
        pages.put("windows-handover", "/console/windows?stage=HANDOVER&carrier=kr.hanjin&q=부산");
        pages.put("windows-none", "/console/windows?carrier=kr.nobody");
        pages.put("windows-lanes", "/console/windows/lanes");
        pages.put("windows-lanes-none", "/console/windows/lanes?q=없는곳");
        pages.put("windows-hubs", "/console/windows/hubs");
        pages.put("windows-hubs-none", "/console/windows/hubs?q=없는곳");
        pages.put("windows-what-if", "/console/windows/what-if");
        pages.put("windows-areas", "/console/windows/areas");
        pages.put("windows-worst", "/console/windows/worst");
        pages.put("windows-worst-none", "/console/windows/worst?day=2020-01-01");
        pages.put("search-ask", "/console/search");
        pages.put("search-none", "/console/search?q=없는사람");
        pages.put("search-person", "/console/search?q=남궁선우");
        pages.put("unknown", "/console/orders/999999999999");
        pages.put("sessions", "/console/sessions");
        pages.put("password", "/console/password");
        pages.put("login", "/console/login");
        return pages;
    }

    @Test
    void every_page_reads_without_barriers_in_both_languages_at_both_desks() {
        Screens screens = new Screens();
        Page page = desk(Role.LEAD);
        for (String lang : List.of("ko", "en")) {
            everyPage().forEach((name, path) -> {
                page.setViewportSize(Browser.DESK, 900);
                page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + lang);
                if (lang.equals("ko")) { // English is the longer one, so it is looked at where there is least room
                    screens.look(page, "console " + name + " 1440 " + lang);
                }
                page.setViewportSize(Browser.SMALL_DESK, 900);
                screens.look(page, "console " + name + " 1024 " + lang);
                if (name.startsWith("case")
                        || name.startsWith("tasks")
                        || name.startsWith("raw")
                        || name.startsWith("orders-cancelled")
                        || name.startsWith("windows")
                        || name.contains("correct")) {
                    page.setViewportSize(Browser.PHONE, 844);
                    screens.look(page, "console " + name + " 390 " + lang);
                }
            });
        }
        page.navigate("/console?lang=ko");
        page.close();
        assertThat(screens.wrong()).isEmpty();
    }

    @Test
    void what_goes_wrong_is_said_on_a_page_with_a_way_out() {
        Screens screens = new Screens();
        Page page = desk(Role.AGENT);
        Response closed = page.navigate("/console/board");
        assertThat(closed.status()).isEqualTo(403);
        screens.look(page, "console broken closed");
        assertThat(page.locator("main a.button").getAttribute("href")).isEqualTo("/console");
        Response unknown = page.navigate("/console/cases/999999999999");
        assertThat(unknown.status()).isEqualTo(404);
        screens.look(page, "console broken unknown");
        page.navigate("/console/cases/" + talk);
        page.evaluate("document.querySelectorAll('[name=_csrf]').forEach(each => each.value = 'stale')");
        page.locator("form[action$='/assignment'] button").first().click();
        page.waitForLoadState();
        screens.look(page, "console broken stale form");
        assertThat(page.locator("main").textContent()).contains("다시");
        page.close();
        try (BrowserContext stranger = browser.context("http://localhost:" + port, Browser.DESK)) {
            Page login = stranger.newPage();
            enter(login, "lead@dochak.example", "wrong");
            login.waitForSelector("[role=alert]");
            screens.look(login, "console broken login");
        }
        assertThat(screens.wrong()).isEmpty();
    }

    @Test
    void IDN_2_personal_data_is_shown_after_a_reason_and_stays_while_the_page_hears_of_a_scan() {
        Screens screens = new Screens();
        OrderId id = new OrderId(week.order(Fate.MANY_SCANS));
        PersonId person = orders.find(id).orElseThrow().personId();
        int looks = people.accessesTo(person).size();
        Page page = desk(Role.AGENT);
        page.navigate("/console/orders/" + id);
        assertThat(page.content()).doesNotContain("남궁선우", "2741", "테헤란로");
        page.locator("#customer summary").click();
        page.selectOption("#customer [name=kind]", "CUSTOMER_ASKED");
        page.fill("#customer [name=reason]", "도착 시각을 묻는 전화를 받았어요");
        page.locator("#customer form button").click();
        page.waitForSelector("#customer dl");
        assertThat(page.locator("#customer").textContent()).contains("남궁선우", "2741", "테헤란로 152");
        assertThat(people.accessesTo(person))
                .hasSizeGreaterThan(looks)
                .anyMatch(look -> look.reason().equals("고객 요청 · 도착 시각을 묻는 전화를 받았어요"));
        page.locator("details.message summary").first().click();
        page.waitForTimeout(700);
        trade.scan(week.trackingNumber(31), "IN_TRANSIT", "", "부산HUB");
        page.waitForSelector("td:has-text('부산HUB')", new Page.WaitForSelectorOptions().setTimeout(8_000));
        assertThat(page.locator("#customer").textContent()).contains("테헤란로 152");
        assertThat(page.locator("details.message[open]").count()).isEqualTo(1);
        screens.look(page, "console trace revealed");
        page.close();
        assertThat(screens.wrong()).isEmpty();
    }

    @Test
    void an_order_of_another_mall_exists_neither_as_a_page_nor_in_search_nor_by_api() {
        Page page = desk(Role.LEAD);
        for (String path : List.of("/console/orders/" + foreign, "/console/orders/" + foreign + "/live-fragment")) {
            assertThat(page.navigate(path).status()).isEqualTo(404);
            assertThat(page.content()).doesNotContain("비밀 상품", "한강손님", "CP-HG-1");
        }
        page.navigate("/console/search?q=CP-HG-1");
        assertThat(page.locator(".hits").count()).isZero();
        page.navigate("/console/search?q=한강손님");
        assertThat(page.locator(".hits").count()).isZero();
        var answer = page.request()
                .get(
                        "/api/v1/orders/CP-HG-1",
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setHeader("Authorization", "Bearer " + TestKeys.RAINBOW));
        assertThat(answer.status()).isEqualTo(404);
        page.close();
    }

    @Test
    void shipments_are_narrowed_by_filter_and_read_page_by_page() {
        Page page = desk(Role.OPERATOR);
        page.navigate("/console/shipments");
        Locator rows = page.locator("table.table tbody tr");
        assertThat(rows.count()).isEqualTo(50);
        page.locator("a[rel=next]").click();
        page.waitForURL("**after=**");
        assertThat(rows.count()).isBetween(1, 50);
        assertThat(page.locator("a[rel=prev]").count()).isEqualTo(1);
        page.locator(".filter-chip[href*=SILENT]").click();
        page.waitForURL("**show=SILENT**");
        assertThat(rows.allTextContents()).isNotEmpty().allMatch(text -> text.contains("무소식"));
        page.navigate("/console/shipments?place=옥천HUB&show=DELAYED");
        assertThat(rows.allTextContents()).isNotEmpty().allMatch(text -> text.contains("옥천HUB"));
        page.locator(".filter-clear").click();
        page.waitForURL("**/console/shipments");
        page.close();
    }

    @Test
    void INS_1_what_is_over_is_found_from_the_shipments_and_leads_to_its_promises() {
        jdbc.sql("""
                with over as (
                    insert into promise.situation (kind, tenant_id, carrier, place, toward, cause, began_at, ended_at, spent, usual)
                    values ('HUB', 0, 'kr.cjlogistics', '옥천HUB', '', 'HUB_BACKLOG', now() - interval '9 hours', now(), 21600, 7200) returning id)
                insert into promise.situation_promise (promise_id, situation_id)
                select p.id, over.id from promise.promise p, over where p.order_id = :order limit 1
                on conflict (promise_id) do update set situation_id = excluded.situation_id
                """).param("order", week.arrived()).update();
        Screens screens = new Screens();
        Page page = desk(Role.LEAD);
        page.navigate("/console/shipments");
        page.locator("a[href='/console/shipments/situations']").click();
        page.waitForURL("**/console/shipments/situations");
        screens.look(page, "console situations over");
        page.locator("table.table tbody a").first().click();
        page.waitForURL("**/console/shipments?situation=*");
        assertThat(page.locator("table.table tbody tr").count()).isEqualTo(1);
        assertThat(page.locator("main").textContent()).contains("옥천HUB 체류 6시간 (평소 2시간)");
        page.close();
    }

    @Test
    void TRK_2_a_trace_leads_to_what_was_received_of_its_parcel_for_those_who_may_read_it() {
        Page page = desk(Role.OPERATOR);
        page.navigate("/console/orders/" + week.arrived());
        page.locator("a[href^='/console/integrations/raw?q=']").first().click();
        page.waitForURL("**/console/integrations/raw?q=*");
        assertThat(page.locator("main").textContent()).doesNotContain("이 번호의 택배가 없어요");
        page.close();
        Page agent = desk(Role.AGENT);
        agent.navigate("/console/orders/" + week.arrived());
        assertThat(agent.locator("a[href^='/console/integrations/raw']").count())
                .isZero();
        agent.close();
    }

    @Test
    void PRM_2_lanes_are_found_and_read_page_by_page_and_a_bad_one_leads_to_its_shipments() {
        Page page = desk(Role.OPERATOR);
        page.navigate("/console/windows");
        Locator rows = page.locator("section:has(#lanes) tbody tr");
        assertThat(rows.count()).isEqualTo(30);
        page.locator("a[rel=next]").click();
        page.waitForURL("**after=**");
        assertThat(rows.count()).isBetween(1, 30);
        page.fill("#lane-q", "인천 제주");
        page.locator(".find-lane button").click();
        page.waitForURL("**q=**");
        assertThat(rows.allTextContents()).singleElement().asString().contains("인천→제주");
        page.navigate("/console/windows/worst");
        page.locator("table.table tbody a").first().click();
        page.waitForURL("**/console/shipments?show=**carrier=**");
        page.navigate("/console/windows/what-if");
        assertThat(page.locator("tbody form").count()).isZero();
        page.navigate("/console");
        page.locator("#board-drift").click();
        page.waitForURL("**/console/windows");
        page.close();
    }

    @Test
    void an_agent_works_without_a_mouse() {
        Page page = desk(Role.AGENT);
        page.navigate("/console/cases");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
        page.keyboard().press("/");
        assertThat(page.evaluate("document.activeElement.name")).isEqualTo("q");
        page.keyboard().press("Escape");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL("**/console/cases/*");
        page.navigate("/console/cases/" + talk); // a damage has a named lead, who alone answers it
        page.locator("form[action$='/assignment'] button").first().focus();
        page.keyboard().press("Enter");
        page.waitForSelector("form[action$='/assignment'] .button-primary", gone());
        page.focus("#answer-text");
        page.keyboard().insertText("택배사에 지금 물어보고 있어요. 지금 전화드릴게요.");
        page.keyboard().press("Control+Enter");
        page.waitForSelector(".bubble-agent:has-text('지금 전화드릴게요')");
        page.close();
    }

    private static Page.WaitForSelectorOptions gone() {
        return new Page.WaitForSelectorOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }
}
