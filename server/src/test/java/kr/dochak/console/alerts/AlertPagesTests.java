package kr.dochak.console.alerts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import kr.dochak.ProductTest;
import kr.dochak.alerts.Alert;
import kr.dochak.alerts.AlertCause;
import kr.dochak.alerts.AlertFilter;
import kr.dochak.alerts.AlertKind;
import kr.dochak.alerts.Alerts;
import kr.dochak.alerts.Alerts.Raise;
import kr.dochak.alerts.Sink;
import kr.dochak.alerts.sending.AckLinks;
import kr.dochak.identity.StaffFixture;
import kr.dochak.identity.StaffMember;
import kr.dochak.journeys.Browser;
import kr.dochak.journeys.Screens;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** MSG-7: the bell, the list, the rules and the duty table in a real browser; and the link of a letter. */
@Tag("slow")
@ProductTest
@TestPropertySource(properties = {"dochak.webhooks.reach=LOOPBACK", "dochak.webhooks.answer-timeout=2s"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertPagesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Alerts alerts;

    @Autowired
    private AckLinks links;

    @Autowired
    private AlertKind dangerAlert;

    @Autowired
    private AlertKind delayAlert;

    @Autowired
    private WorldClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WebApplicationContext context;

    private final Screens screens = new Screens();
    private final Sink sink = new Sink();
    private Browser browser;
    private StaffMember agent;
    private StaffMember manager;

    @BeforeAll
    void open() {
        browser = Browser.launch();
        agent = StaffFixture.of(jdbc, "agent@dochak.example");
        manager = StaffFixture.of(jdbc, "manager@dochak.example");
    }

    @AfterAll
    void close() {
        browser.close();
        sink.close();
    }

    private Alert raise(AlertKind kind, String object, String subject) {
        alerts.raise(
                kind,
                List.of(new Raise(
                        agent.tenantId(),
                        AlertCause.of(
                                object,
                                subject,
                                "/console/cases",
                                clock.instant().minus(Duration.ofMinutes(12))),
                        object)));
        return alerts.page(manager, AlertFilter.Show.OPEN, null, subject, null, 1)
                .items()
                .getFirst();
    }

    private BrowserContext signedIn(String role, int width) {
        BrowserContext visitor = browser.context("http://localhost:" + port, width);
        visitor.setDefaultTimeout(120_000);
        Page page = visitor.newPage();
        page.navigate("/console/login");
        page.fill("[name=email]", role + "@dochak.example");
        page.fill("[name=password]", "dochak-demo");
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
        page.close();
        return visitor;
    }

    @Test
    void MSG_7_the_link_of_a_letter_asks_before_it_acknowledges() throws Exception {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        Alert alert = raise(dangerAlert, "900001", "C20261123-9001");
        String path = links.pathFor(alert.id(), agent.id());
        String page = mvc.perform(get(path).accept("text/html"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("C20261123-9001", "확인했어요", "method=\"post\"");
        assertThat(alerts.find(agent, alert.id()).orElseThrow().acknowledged())
                .as("a scanner of mail opens links")
                .isNull();
        mvc.perform(post(path).with(SecurityMockMvcRequestPostProcessors.csrf()))
                .andExpect(status().isOk());
        assertThat(alerts.find(agent, alert.id()).orElseThrow().acknowledged()).satisfies(seen -> {
            assertThat(seen.name()).isEqualTo(agent.name());
            assertThat(seen.byLink()).isTrue();
        });
        mvc.perform(get("/alerts/" + "A".repeat(48))).andExpect(status().isGone());
        mvc.perform(post(path)).andExpect(status().isForbidden());
    }

    @Test
    void MSG_7_pages_of_alerts_hold_at_a_desk_and_on_a_phone() {
        try (BrowserContext phone = signedIn("manager", Browser.PHONE);
                BrowserContext wide = signedIn("manager", Browser.DESK)) {
            look(wide, "/console/alerts?show=closed", "closed-empty");
            look(wide, "/console/alerts/duty", "duty-empty");
            IntStream.range(0, 5).forEach(n -> raise(dangerAlert, "91000" + n, "C20261123-910" + n));
            raise(delayAlert, "HUB_BACKLOG", "");
            Page rules = wide.newPage();
            rules.navigate("/console/alerts/rules");
            rules.selectOption("[name=kind]", "tracking.collision");
            rules.selectOption("[name=who]", "DUTY ");
            rules.click("form[action='/console/alerts/rules'] button");
            assertThat(rules.locator("#tracking-collision")).containsText("우리 몰 규칙");
            rules.fill("[name=name]", "당직방");
            rules.fill("[name=url]", sink.url("/services/T0/B0/secret"));
            rules.click("form[action='/console/alerts/rules/hooks'] button");
            rules.click("text=시험 보내기");
            assertThat(rules.locator("main")).containsText("에 받았어요");
            Page duty = wide.newPage();
            duty.navigate("/console/alerts/duty");
            duty.click("form[action='/console/alerts/duty'] button");
            for (BrowserContext each : List.of(wide, phone)) {
                String size = each == wide ? "1440" : "390";
                look(each, "/console/alerts", "list-" + size);
                look(each, "/console/alerts/rules", "rules-" + size);
                look(each, "/console/alerts/duty", "duty-" + size);
                look(each, links.pathFor(latest().id(), agent.id()), "link-" + size);
                look(each, "/console/alerts?q=nothing", "none-found-" + size);
            }
            look(wide, "/console/alerts?lang=en", "list-en");
        }
        assertThat(screens.wrong()).isEmpty();
        assertThat(sink.bodies()).isNotEmpty();
    }

    @Test
    void MSG_7_the_bell_rings_on_an_open_page_and_an_alert_is_acknowledged_and_taken_back() {
        try (BrowserContext desk = signedIn("lead", Browser.DESK)) {
            Page page = desk.newPage();
            page.navigate("/console/cases");
            int before = count(page);
            Alert alert = raise(dangerAlert, "920001", "C20261123-9201");
            assertThat(page.locator(".bell-count"))
                    .hasText(String.valueOf(before + 1), new LocatorAssertions.HasTextOptions().setTimeout(60_000));
            page.navigate("/console/alerts?q=C20261123-9201");
            page.click("#alert-" + alert.id() + " button");
            assertThat(page.locator("body")).containsText("더 울리지 않아요");
            page.navigate("/console/alerts?show=open&q=C20261123-9201");
            page.click("#alert-" + alert.id() + " button");
            assertThat(page.locator("body")).containsText("다시 울려요");
        }
    }

    private static int count(Page page) {
        return page.locator(".bell-count").count() == 0
                ? 0
                : Integer.parseInt(page.locator(".bell-count").innerText());
    }

    private Alert latest() {
        return alerts.page(agent, AlertFilter.Show.RINGING, null, "C20261123-910", null, 1)
                .items()
                .getFirst();
    }

    private void look(BrowserContext context, String path, String name) {
        Page page = context.newPage();
        page.navigate(path);
        screens.look(page, "alerts-" + name);
        page.close();
    }
}
