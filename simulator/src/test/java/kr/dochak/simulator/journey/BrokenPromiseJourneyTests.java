package kr.dochak.simulator.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The main job, seen by its people: ordered, watched, told and made whole, in real browsers and real processes. */
@Tag("slow")
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokenPromiseJourneyTests {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");

    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T00:50:00Z");
    /** Tuesday 13:00 in Seoul: the day's delivery tours have left, and a parcel still in a hub cannot come any more. */
    private static final Instant CERTAIN = Instant.parse("2026-11-24T04:00:00Z");

    private static final String PHONE = "010-9000-1231";
    private static final String EMAIL = "jimin@customers.example";

    @Test
    void a_jammed_hub_breaks_a_promise_and_the_customer_is_told_first_and_made_whole() throws Exception {
        try (World world = new World(Files.createTempDirectory(Path.of("target"), "world"), MONDAY_MORNING);
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(ARGUMENTS))) {
            String orderNo = placeOrder(world);
            Page customer = logIn(world, browser);
            openOrder(customer, orderNo, world);
            advanceIntoHub(world, orderNo);
            world.control("/control/jams", "{\"hub\":\"옥천HUB\",\"hours\":40}");
            world.runUntilJustBefore(CERTAIN);
            Page board = openBoard(world, browser); // a log-in of staff does not last through the night
            customer.evaluate("() => { window.notReloaded = true }");

            assertThat(customer.locator("main"))
                    .containsText("시간째 기다리고 있어요", new LocatorAssertions.ContainsTextOptions().setTimeout(90_000));
            assertThat(customer.locator("main")).containsText("내일(수)");
            assertThat(customer.evaluate("() => window.notReloaded")).isEqualTo(true);
            screenshot(customer, "customer-delayed");
            screenshot(board, "board-delayed");
            assertThat(board.locator("main"))
                    .containsText("HUB", new LocatorAssertions.ContainsTextOptions().setTimeout(10_000));

            foundWithinTwoSeconds(world, orderNo);
            toldOnThePhone(world);
            toldByMail(world);
            madeWholeOnce(customer);
            tracedByAnOperator(world, board, orderNo);
        }
    }

    private static String placeOrder(World world) {
        world.control("/control/pause", "{\"orders\":true}");
        JsonNode order = world.control("/control/orders", """
                {"mall":"rainbow","name":"김지민","phone":"%s","email":"%s","postcode":"06236",
                 "carrier":"kr.cjlogistics","held":true,"calm":true}
                """.formatted(PHONE, EMAIL));
        return order.path("orderNo").asString();
    }

    /** Moves the parcel on until it has arrived in a hub. */
    private static void advanceIntoHub(World world, String orderNo) {
        for (int i = 0; i < 8; i++) {
            JsonNode scan = world.control("/control/parcels/" + orderNo + "/advance", "{}");
            if (scan.path("place").asString().contains("HUB")) {
                return;
            }
            Instant nextSecond = world.now().plusSeconds(1);
            World.await(Duration.ofSeconds(10), () -> world.now().isAfter(nextSecond));
        }
        throw new AssertionError("the parcel came to no hub");
    }

    private static Page logIn(World world, Browser browser) {
        Page page = page(world, browser, 390, 844);
        page.navigate("/login?mall=rainbow");
        page.locator("input[name=contact]").fill(PHONE);
        page.locator("form[action='/login'] button").click();
        page.locator("input[name=code]").fill(loginCode(world));
        page.locator("form[action='/login/code'] button").click();
        page.waitForURL("**/orders**");
        return page;
    }

    private static String loginCode(World world) {
        Matcher[] found = new Matcher[1];
        World.await(Duration.ofSeconds(30), () -> {
            Matcher code = Pattern.compile("인증번호[: ]*(\\d{6})").matcher(received(world, "phone=" + PHONE));
            found[0] = code;
            return code.find();
        });
        return found[0].group(1);
    }

    private static String received(World world, String who) {
        return world.get("/vendor/messages?" + who).toString();
    }

    private static void openOrder(Page customer, String orderNo, World world) {
        customer.navigate("/orders/" + orderId(world, orderNo));
        assertThat(customer.locator("main")).containsText("11월 24일");
        screenshot(customer, "customer-promised");
    }

    private static long orderId(World world, String orderNo) {
        return world.api("/api/v1/orders/" + orderNo)
                .path("summary")
                .path("orderId")
                .asLong();
    }

    private static Page openBoard(World world, Browser browser) {
        Page page = page(world, browser, 1440, 900);
        page.navigate("/console/login");
        page.locator("input[name=email]").fill("lead@dochak.example");
        page.locator("input[name=password]").fill(World.PASSWORD);
        page.locator("form[action='/console/login'] button").click();
        page.navigate("/console");
        return page;
    }

    private static void foundWithinTwoSeconds(World world, String orderNo) {
        JsonNode delay = world.api("/api/v1/orders/" + orderNo + "/promise")
                .path("promises")
                .path(0)
                .path("promise")
                .path("delay");
        Duration lag = Duration.between(moment(delay.path("certainAt")), moment(delay.path("foundAt")));
        assertThat(lag).isLessThan(Duration.ofSeconds(2));
        assertThat(delay.path("cause").asString()).isEqualTo("HUB_BACKLOG");
    }

    private static Instant moment(JsonNode time) {
        return OffsetDateTime.parse(time.asString()).toInstant();
    }

    private static void toldOnThePhone(World world) {
        World.await(
                Duration.ofSeconds(30), () -> received(world, "phone=" + PHONE).contains("11월 25일"));
        assertThat(received(world, "phone=" + PHONE)).contains("11월 24일", "HUB에서", "시간째 기다리고 있어", "P를 드렸어요");
    }

    private static void toldByMail(World world) {
        World.await(
                Duration.ofSeconds(30), () -> received(world, "email=" + EMAIL).contains("11월 25일"));
        assertThat(received(world, "email=" + EMAIL)).contains("11월 24일", "HUB에서", "시간째 기다리고 있어", "P를 드렸어요");
    }

    /** BEN-1: the points are in the customer's ledger, once, with the reason in words. */
    private static void madeWholeOnce(Page customer) {
        customer.navigate("/benefits");
        assertThat(customer.locator("#history li")).hasCount(1);
        assertThat(customer.locator("#history")).containsText("P");
        screenshot(customer, "customer-benefits");
    }

    /** One page tells the whole story: order, scans, promise versions, messages, grant. */
    private static void tracedByAnOperator(World world, Page board, String orderNo) {
        board.navigate("/console/orders/" + orderId(world, orderNo));
        assertThat(board.locator("body")).containsText(orderNo);
        assertThat(board.locator("main")).containsText("HUB");
        assertThat(board.locator("main")).containsText("알림톡");
        assertThat(board.locator("tr[id^=grant-]")).hasCount(1);
        assertThat(board.locator("tr[id^=grant-]")).containsText("late-6h");
        screenshot(board, "board-trace");
    }

    private static Page page(World world, Browser browser, int width, int height) {
        return browser.newContext(new Browser.NewContextOptions()
                        .setBaseURL(world.url())
                        .setLocale("ko-KR")
                        .setTimezoneId("Asia/Seoul")
                        .setViewportSize(width, height))
                .newPage();
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/journey/" + name + ".png"))
                .setFullPage(true));
    }
}
