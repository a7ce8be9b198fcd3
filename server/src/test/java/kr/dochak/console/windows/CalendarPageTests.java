package kr.dochak.console.windows;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import kr.dochak.ProductTest;
import kr.dochak.calendar.Calendars;
import kr.dochak.calendar.DeclaredDay;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.journeys.Browser;
import kr.dochak.journeys.CodesInHand;
import kr.dochak.journeys.Screens;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The calendar in a real browser: a day typed or picked by keyboard, its preview, its withdrawal; and the date field anywhere. */
@Tag("slow")
@ProductTest
@Import(CodesInHand.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarPageTests {

    @LocalServerPort
    private int port;

    @Autowired
    private WorldClock clock;

    @Autowired
    private Calendars calendars;

    private Browser browser;
    private BrowserContext desk;

    @BeforeAll
    void a_member_of_staff_is_logged_in() {
        browser = Browser.launch();
        desk = browser.context("http://localhost:" + port, Browser.DESK);
        Page page = desk.newPage();
        page.navigate("/console/login");
        page.fill("[name=email]", "admin@dochak.example");
        page.fill("[name=password]", "dochak-demo");
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
        page.close();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @AfterEach
    void nothing_stays_declared() {
        StaffMember admin = new StaffMember(1, new MallId(1), "관리자", java.util.Set.of(Role.ADMIN, Role.PLATFORM));
        calendars.upcoming(new MallId(1)).stream()
                .filter(DeclaredDay::holds)
                .forEach(day -> calendars.withdraw(admin, day.id()));
    }

    private LocalDate today() {
        return Seoul.dateOf(clock.instant());
    }

    @Test
    void A18_the_calendar_reads_without_barriers_empty_typed_wrong_and_full() {
        Screens screens = new Screens();
        Page page = desk.newPage();
        String typed = "?day=" + today().plusDays(2) + "&scope=CARRIERS&open=false&name=택배 없는 날&reason=택배사 공지";
        String long_ = "?day=" + today().plusDays(3) + "&scope=MALL&open=false&name=" + "가나다라 ".repeat(8) + "&reason="
                + "아주 긴 까닭이에요 ".repeat(15);
        for (String lang : List.of("ko", "en")) {
            for (String path : List.of("", typed, long_, "?day=어제&scope=NATION&name=&reason=", "?year=2030")) {
                for (int width : List.of(Browser.DESK, 1024, Browser.PHONE)) {
                    page.setViewportSize(width, 900);
                    page.navigate("/console/windows/calendar" + path + (path.isEmpty() ? "?" : "&") + "lang=" + lang);
                    screens.look(page, "console calendar " + path.length() + " " + width + " " + lang);
                }
            }
        }
        page.navigate("/console/windows/calendar?lang=ko");
        page.close();
        assertThat(screens.wrong()).isEmpty();
    }

    @Test
    void UI_a_date_is_picked_by_keyboard_in_korean_order() {
        Screens screens = new Screens();
        Page page = desk.newPage();
        page.navigate("/console/windows/calendar?lang=ko");
        page.fill("#field-day", "2026-12-30");
        page.focus("[data-date-open]");
        page.keyboard().press("Enter");
        page.waitForSelector("dialog.date-dialog[open]");
        assertThat(page.locator(".date-month").textContent()).isEqualTo("2026년 12월");
        assertThat(page.locator(".date-grid th").allTextContents()).startsWith("일", "월");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".date-month").textContent()).isEqualTo("2027년 1월");
        screens.look(page, "console date open");
        page.setViewportSize(Browser.PHONE, 844);
        screens.look(page, "console date open 390");
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog.date-dialog").count()).isZero();
        assertThat(page.inputValue("#field-day")).isEqualTo("2027-01-07");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("field-day");
        page.focus("[data-date-open]");
        page.keyboard().press("Enter");
        page.waitForSelector("dialog.date-dialog[open]");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog.date-dialog").count()).isZero();
        assertThat(page.inputValue("#field-day")).isEqualTo("2027-01-07");
        page.close();
        assertThat(screens.wrong()).isEmpty();
    }

    @Test
    void A18_a_day_is_seen_before_it_is_declared_and_taken_back_with_one_press() {
        Page page = desk.newPage();
        page.navigate("/console/windows/calendar?lang=ko");
        page.fill("#field-day", (today().getMonthValue()) + "월 " + today().getDayOfMonth() + "일");
        page.selectOption("#field-scope", "CARRIERS");
        page.fill("#field-name", "택배 없는 날");
        page.fill("#field-reason", "택배사 공동 휴무");
        page.locator("form[method=get] button[type=submit]").click();
        page.waitForSelector(
                "form[method=post] input[name=day]",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        assertThat(page.locator("main").textContent()).contains("도착 예상을 다시 봐요");
        page.locator("form:has(input[name=day][type=hidden]) button").click();
        page.waitForSelector("tr[id^=day-]");
        assertThat(page.locator("tr[id^=day-]").first().textContent()).contains("택배 없는 날", "모든 택배사");
        page.locator("form[action$='/withdrawal'] button").first().click();
        page.waitForSelector("form[action$='/return']");
        assertThat(page.locator("main").textContent()).contains("뺌");
        page.close();
    }

    @Test
    void UI_the_day_of_the_worst_lanes_is_typed_as_people_write_it() {
        Page page = desk.newPage();
        page.navigate("/console/windows/worst?lang=ko");
        assertThat(page.locator("input[type=date]").count()).isZero();
        page.fill("#day", "2026. 11. 20.");
        page.locator(".day-form button[type=submit]").click();
        page.waitForURL("**day=2026**");
        assertThat(page.locator("#worst").textContent()).contains("11월 20일(금)");
        page.navigate("/console/windows/worst?day=어제");
        assertThat(page.locator("#day-error").textContent()).contains("날짜를 읽을 수 없어요");
        page.close();
    }
}
