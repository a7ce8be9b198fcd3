package kr.dochak.identity.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.ProductTest;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.StaffRepository;
import kr.dochak.journeys.Browser;
import kr.dochak.journeys.CodesInHand;
import kr.dochak.journeys.Screens;
import kr.dochak.journeys.Trade;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** IDN-1: staff and customers make passkeys and log in with them, in a real browser with a device that checks its owner. */
@Tag("slow")
@ProductTest
@Import(CodesInHand.class)
class PasskeyPagesTests {

    private static final String RIGHT = "마흔두 마리의 흰긴수염고래";

    @LocalServerPort
    private int port;

    @Autowired
    private StaffRepository staff;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private WorldClock clock;

    @Autowired
    private World world;

    @Autowired
    private CodesInHand codes;

    @Autowired
    private JdbcClient jdbc;

    private final String email = "key" + System.nanoTime() + "@dochak.example";
    private final Screens screens = new Screens();

    @Test
    void IDN_1_staff_make_a_passkey_and_need_nothing_else_to_log_in() {
        staff.add(new MallId(1), email, "남궁보라", encoder.encode(RIGHT), Set.of(Role.ADMIN), false, clock.instant());
        long id = staff.byEmail(email).orElseThrow().member().id();
        try (Browser browser = Browser.launch();
                BrowserContext context = browser.context("http://localhost:" + port, Browser.DESK)) {
            Page page = context.newPage();
            Device device = Device.in(page);
            password(page);
            page.navigate("/console/passkeys");
            both(page, "passkey staff must");
            page.fill("#passkey-name", "회사 노트북");
            page.click("[data-passkey-start]");
            page.waitForSelector(".recovery-codes");
            assertThat(device.passkeys()).isEqualTo(1);
            page.navigate("/console/passkeys");
            both(page, "passkey staff list");

            context.clearCookies();
            page.navigate("/console/login");
            comesIn(page);
            assertThat(way(id)).isEqualTo("PASSKEY");

            page.navigate("/console/passkeys");
            page.click(".passkeys summary");
            page.fill(".passkeys [name=name]", "새 노트북");
            page.click(".passkeys form[action$=name] button");
            page.waitForSelector("text=이름을 바꿨어요");
            page.click(".passkeys summary");
            both(page, "passkey staff change");
            page.click(".passkeys form[action$=removal] button");
            page.waitForSelector("text=마지막 패스키는 없앨 수 없어요");
            both(page, "passkey staff needed");

            clock.advanceTo(clock.instant().plus(Duration.ofMinutes(11)));
            page.navigate("/console/passkeys");
            both(page, "passkey staff long ago");
            refused(page, device, id);
        }
        assertThat(screens.wrong()).isEmpty();
    }

    /** A device that does not know its owner, and a copy whose counter lags behind. */
    private void refused(Page page, Device device, long id) {
        device.recognises(false);
        page.context().clearCookies();
        page.navigate("/console/login");
        page.click("[data-passkey-start]");
        page.waitForSelector("[data-passkey-failed]:visible");
        both(page, "passkey staff not recognised");
        device.recognises(true);
        jdbc.sql("update identity.passkey set counter = 1000000 where staff_id = :id")
                .param("id", id)
                .update();
        page.navigate("/console/login");
        press(page);
        page.waitForURL(url -> url.endsWith("/console/login?passkey"));
        page.waitForSelector("text=이 패스키로는 로그인할 수 없어요");
    }

    @Test
    void IDN_1_customers_are_offered_a_passkey_and_see_all_their_orders_with_it() throws Exception {
        String fresh = "PK" + System.nanoTime();
        Trade trade = new Trade(port, clock, world);
        String part = fresh.substring(fresh.length() - 7, fresh.length() - 4);
        Trade.Buyer buyer = new Trade.Buyer(fresh, "독고서진", "010-7" + part + "-4321");
        OrderId order = trade.order(fresh, buyer, "무선 전기포트");
        trade.settle();
        try (Browser browser = Browser.launch();
                BrowserContext context = browser.context("http://localhost:" + port, Browser.PHONE)) {
            Page page = context.newPage();
            Device device = Device.in(page);
            page.navigate("/login?mall=rainbow");
            both(page, "passkey customer login");
            page.fill("[name=contact]", buyer.phone());
            page.click("main form[action='/login'] button");
            page.waitForURL(url -> url.endsWith("/login/code"));
            page.waitForFunction("() => document.querySelector('[data-passkey-device]').value === 'passkeys'");
            page.fill("[name=code]", codes.next());
            page.click("main form button[type=submit]");
            page.waitForURL(url -> url.endsWith("/settings/passkeys"));
            both(page, "passkey customer offered");
            page.click("[data-passkey-start]");
            page.waitForSelector("text=패스키를 만들었어요");
            both(page, "passkey customer list");
            assertThat(device.passkeys()).isEqualTo(1);

            context.clearCookies();
            page.navigate("/login?mall=rainbow");
            comesIn(page);
            page.navigate("/orders/" + order);
            page.waitForSelector("text=무선 전기포트");

            clock.advanceTo(clock.instant().plus(Duration.ofMinutes(11)));
            page.navigate("/settings/passkeys");
            both(page, "passkey customer long ago");
            page.navigate("/settings");
            both(page, "passkey customer settings");
        }
        assertThat(screens.wrong()).isEmpty();
    }

    private String way(long id) {
        return jdbc.sql("select way from identity.login_session where staff_id = :id order by id desc limit 1")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** By the button, unless the browser offered the only passkey by itself and was quicker. */
    private static void comesIn(Page page) {
        press(page);
        page.waitForURL(url -> !url.contains("/login"));
    }

    private static void press(Page page) {
        try {
            page.evaluate("() => document.querySelector('[data-passkey-start]')?.click()");
        } catch (PlaywrightException e) {
            assertThat(e.getMessage()).as("the page was left already").contains("navigation");
        }
    }

    private void password(Page page) {
        page.navigate("/console/login");
        both(page, "passkey staff login");
        page.fill("[name=email]", email);
        page.fill("[name=password]", RIGHT);
        page.click("main form[action='/console/login'] button");
        page.waitForURL(url -> !url.endsWith("/console/login"));
    }

    private void both(Page page, String name) {
        for (Map.Entry<String, Integer> width :
                List.of(Map.entry("phone", Browser.PHONE), Map.entry("desk", Browser.DESK))) {
            page.setViewportSize(width.getValue(), 900);
            screens.look(page, name + " " + width.getKey());
        }
    }
}
