package kr.dochak.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.ProductTest;
import kr.dochak.journeys.Browser;
import kr.dochak.journeys.CodesInHand;
import kr.dochak.journeys.Screens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** IDN-1 in a real browser: people, roles and teams, and the queue of somebody with two malls. */
@Tag("slow")
@ProductTest
@Import(CodesInHand.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeoplePagesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Browser browser;
    private BrowserContext admin;
    private BrowserContext both;

    @BeforeAll
    void two_people_are_logged_in() {
        browser = Browser.launch();
        admin = loggedIn("admin@dochak.example");
        both = loggedIn("both@dochak.example");
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

    private long staff(String name) {
        return jdbc.sql("select id from identity.staff where email = :email")
                .param("email", name + "@dochak.example")
                .query(Long.class)
                .single();
    }

    private Map<String, String> pages() {
        long lead = jdbc.sql("select id from identity.role where shipped = 'LEAD'")
                .query(Long.class)
                .single();
        long team =
                jdbc.sql("select min(id) from identity.team").query(Long.class).single();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("people", "/console/accounts?");
        pages.put("people none", "/console/accounts?q=없는사람&");
        pages.put("people left", "/console/accounts?state=LEFT&");
        pages.put("invite", "/console/accounts/invitation?");
        for (String each : List.of("agent", "both", "invited", "locked", "left", "admin")) {
            pages.put("person " + each, "/console/accounts/" + staff(each) + "?");
        }
        pages.put("leaving", "/console/accounts/" + staff("agent") + "/closing?");
        pages.put("roles", "/console/roles?");
        pages.put("role", "/console/roles/" + lead + "?");
        pages.put("role look", "/console/roles/" + lead + "?look=true&right=ORDERS_SEE&right=STAFF_SET&limit=90000&");
        pages.put("role wrong", "/console/roles/" + lead + "?look=true&right=ORDERS_SEE&limit=많이&");
        pages.put("teams", "/console/teams?");
        pages.put("team", "/console/teams/" + team + "?");
        pages.put("welcome closed", "/console/welcome/none?");
        return pages;
    }

    @Test
    void IDN_1_the_pages_of_people_roles_and_teams_read_without_barriers() {
        Screens screens = new Screens();
        Page page = admin.newPage();
        page.setDefaultNavigationTimeout(120_000);
        pages().forEach((name, path) -> {
            for (int width : List.of(Browser.DESK, Browser.PHONE)) {
                page.setViewportSize(width, 900);
                page.navigate(path + "lang=" + (width == Browser.PHONE && name.startsWith("r") ? "en" : "ko"));
                screens.look(page, "people " + name + " " + width);
            }
        });
        page.navigate("/console/accounts?lang=ko");
        page.close();
        assertThat(screens.wrong()).isEmpty();
    }

    @Test
    void IDN_1_somebody_is_asked_in_by_hand_where_no_mail_leaves_and_sets_a_password() {
        Screens screens = new Screens();
        Page page = admin.newPage();
        page.navigate("/console/accounts/invitation?lang=ko");
        page.click("text=초대 보내기");
        page.waitForLoadState();
        screens.look(page, "people invite wrong");
        page.fill("#field-name", "선우해솔");
        page.fill("#field-email", "haesol" + System.nanoTime() + "@dochak.example");
        page.click("text=초대 보내기");
        page.waitForSelector(".one-time");
        String link = page.textContent(".one-time").replaceAll("^https?://[^/]+", "");
        screens.look(page, "people invited by hand");
        page.setViewportSize(Browser.PHONE, 844);
        try (BrowserContext stranger = browser.context("http://localhost:" + port, Browser.PHONE)) {
            Page welcome = stranger.newPage();
            welcome.navigate(link + "?lang=ko");
            screens.look(welcome, "people welcome");
            welcome.fill("#field-fresh", "짧아요");
            welcome.fill("#field-again", "짧아요");
            welcome.click("main button[type=submit]");
            welcome.waitForLoadState();
            screens.look(welcome, "people welcome weak");
            welcome.fill("#field-fresh", "작은 배가 서른 척이나 떠요");
            welcome.fill("#field-again", "작은 배가 서른 척이나 떠요");
            welcome.click("main button[type=submit]");
            welcome.waitForLoadState();
            screens.look(welcome, "people welcome done");
            assertThat(welcome.textContent("main")).contains("이제 로그인할 수 있어요");
        }
        page.close();
        assertThat(screens.wrong()).isEmpty();
    }

    @Test
    void IDN_1_one_queue_of_two_malls_reads_without_barriers() {
        Screens screens = new Screens();
        Page page = both.newPage();
        page.navigate("/console/cases?lang=ko");
        page.click("button[name=to][value=all]");
        page.waitForLoadState();
        for (String list : List.of("cases", "tasks", "orders", "shipments", "cases?view=team")) {
            for (int width : List.of(Browser.DESK, Browser.PHONE)) {
                page.setViewportSize(width, 900);
                page.navigate("/console/" + list);
                screens.look(page, "people all malls " + list.replaceAll("\\W", " ") + " " + width);
            }
        }
        page.close();
        assertThat(screens.wrong()).isEmpty();
    }
}
