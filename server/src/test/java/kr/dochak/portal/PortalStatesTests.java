package kr.dochak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.ProductTest;
import kr.dochak.care.ratings.DeliveryRating;
import kr.dochak.care.ratings.DeliveryRatings;
import kr.dochak.identity.access.Access;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.SignedLinks;
import kr.dochak.journeys.Browser;
import kr.dochak.journeys.BusyWeek;
import kr.dochak.journeys.BusyWeek.Fate;
import kr.dochak.journeys.CodesInHand;
import kr.dochak.journeys.Screens;
import kr.dochak.journeys.Trade;
import kr.dochak.orders.Orders;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The portal of a customer to whom everything happened: forty orders, and one of each kind of trouble. */
@Tag("slow")
@ProductTest
@Import(CodesInHand.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalStatesTests {

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

    @Autowired
    private DeliveryRatings ratings;

    @Autowired
    private Orders orders;

    @Autowired
    private People people;

    private Browser browser;
    private BrowserContext customer;
    private Trade trade;
    private BusyWeek week;

    @BeforeAll
    void a_busy_week() throws InterruptedException {
        trade = new Trade(port, clock, world);
        week = new BusyWeek(trade, clock, "PS");
        week.happen();
        browser = Browser.launch();
        customer = browser.context("http://localhost:" + port, Browser.PHONE);
        Page page = customer.newPage();
        page.navigate("/login?mall=rainbow");
        page.fill("[name=contact]", week.regular().phone());
        page.click("form:has([name=contact]) button[type=submit]");
        page.fill("[name=code]", codes.next());
        page.click("form:has([name=code]) button[type=submit]");
        page.waitForURL("**/orders");
        page.close();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    private Map<String, String> everyState() {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("forty orders", "/orders");
        for (Fate fate : Fate.values()) {
            states.put(fate.name(), "/orders/" + week.order(fate));
        }
        states.put("arrived", "/orders/" + week.arrived());
        states.put("link", links.pathFor(new OrderId(week.arrived()), Duration.ofDays(1)));
        states.put("history", "/orders/history");
        states.put("history none", "/orders/history?from=2020-01-01&to=2020-02-01");
        states.put("history print", "/orders/history/print");
        states.put("inbox", "/inbox");
        states.put("benefits", "/benefits");
        states.put("privacy", "/settings");
        return states;
    }

    @Test
    void every_state_reads_without_barriers_on_a_phone_and_at_a_desk() {
        Screens screens = new Screens();
        Page page = customer.newPage();
        for (String lang : List.of("ko", "en")) {
            everyState().forEach((name, path) -> {
                page.setViewportSize(Browser.PHONE, 844);
                page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + lang);
                screens.look(page, "portal " + name + " 390 " + lang);
                if (lang.equals("ko")) {
                    page.setViewportSize(Browser.DESK, 900);
                    screens.look(page, "portal " + name + " 1440 " + lang);
                }
            });
        }
        page.navigate("/orders?lang=ko");
        page.close();
        assertThat(screens.wrong()).isEmpty();
    }

    @Test
    void the_list_of_forty_orders_leads_on_to_the_rest() {
        Page page = customer.newPage();
        page.navigate("/orders");
        assertThat(page.locator(".order-card").count()).isEqualTo(20);
        page.locator("a[rel=next]").click();
        page.waitForURL("**after=**");
        assertThat(page.locator(".order-card").count()).isEqualTo(20);
        page.close();
    }

    @Test
    void MSG_4_a_delivery_is_rated_once_from_the_link_of_the_message() {
        OrderId order =
                orders.idsOf(new MallId(tenant()), List.of(week.orderNo(1))).get(week.orderNo(1));
        Page page = customer.newPage();
        String link = links.pathFor(order, Duration.ofDays(1));
        page.navigate(link + "#rating");
        page.locator("#rating input[value='4']").check();
        page.fill("#rating [name=note]", "문 앞에 잘 놓아 주셨어요");
        page.locator("#rating button").click();
        page.waitForSelector("#rating .stars-given");
        assertThat(ratings.ofOrder(order)).singleElement().satisfies(kept -> {
            assertThat(kept.stars()).isEqualTo(4);
            assertThat(kept.note()).isEqualTo("문 앞에 잘 놓아 주셨어요");
        });
        DeliveryRating kept = ratings.ofOrder(order).getFirst();
        boolean again = ratings.rate(
                orders.find(order).orElseThrow(), new DeliveryRating(kept.shipmentId(), order, 1, "", clock.instant()));
        assertThat(again).isFalse();
        assertThat(ratings.ofOrder(order)).containsExactly(kept);
        page.close();
    }

    @Test
    void ORD_4_the_history_is_a_file_and_the_download_is_seen_by_its_owner() throws IOException {
        PersonId person = orders.find(new OrderId(week.arrived())).orElseThrow().personId();
        APIResponse csv = customer.request().get("/orders/history.csv");
        assertThat(csv.text())
                .startsWith("\uFEFF주문한 때,주문번호")
                .contains(week.orderNo(0), "첫 구매 쿠폰 2,000원", "카드", week.trackingNumber(0), "분실", "파손");
        APIResponse xlsx = customer.request().get("/orders/history.xlsx");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx.body()))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSizeGreaterThan(40);
            assertThat(rows.get(1).getCellText(1)).isEqualTo(week.orderNo(39));
            List<Row> told = book.getSheet(1).orElseThrow().read();
            assertThat(told).hasSizeGreaterThan(40);
        }
        assertThat(people.accessesTo(person))
                .extracting(Access::what)
                .contains("주문 내역 내려받기 (CSV)", "주문 내역 내려받기 (XLSX)");
    }

    private long tenant() {
        return (orders.find(new OrderId(week.arrived())).orElseThrow().tenantId()).value();
    }
}
