package kr.dochak.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.journeys.Browser;
import kr.dochak.journeys.Screens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** IDN-1: from the button to the console in a real browser, and what is said to whom it brings back. */
@Tag("slow")
class OidcPagesTests extends OidcTest {

    private final Screens screens = new Screens();

    @Test
    void IDN_1_staff_press_the_button_log_in_at_the_provider_and_are_in_the_console() {
        long colleague = works(Role.ADMIN).id();
        is("subject-" + id, email, true, "pwd", "otp");
        PROVIDER.knowsItsUser = false;
        try (Browser browser = Browser.launch();
                BrowserContext context = browser.context(HERE, Browser.DESK)) {
            Page page = context.newPage();
            page.navigate("/console/orders");
            both(page, "oidc login");
            page.navigate("/console/login?lang=en");
            both(page, "oidc login english");
            page.navigate("/console/login?lang=ko");
            page.click("text=도착상사 계정으로 로그인");
            page.waitForURL(url -> url.startsWith(PROVIDER.issuer()));
            page.fill("[name=username]", "sora");
            page.fill("[name=password]", "company");
            page.click("button[type=submit]");
            page.waitForURL(HERE + "/console/orders");
            page.navigate("/console/sessions");
            both(page, "oidc own account");
            refusals(page);
        }
        byAnAdministrator(colleague);
        assertThat(screens.wrong()).isEmpty();
    }

    private void refusals(Page page) {
        page.context().clearCookies();
        for (String why : List.of("OTHER_SUBJECT", "UNREACHABLE")) {
            page.navigate("/console/login?oidc=" + why);
            both(page, "oidc refused " + why);
        }
    }

    /** Another administrator looks at the account, is asked, and unbinds it. */
    private void byAnAdministrator(long colleague) {
        String admin = "a" + email;
        staff.add(
                new kr.dochak.shared.MallId(1),
                admin,
                "정유진",
                encoder.encode(PASSWORD),
                java.util.Set.of(Role.ADMIN),
                false,
                clock.instant());
        is("admin-" + id, admin, true, "mfa");
        PROVIDER.knowsItsUser = true;
        try (Browser browser = Browser.launch();
                BrowserContext context = browser.context(HERE, Browser.DESK)) {
            Page page = context.newPage();
            page.navigate("/console/login");
            page.click("text=도착상사 계정으로 로그인");
            page.waitForURL(HERE + "/console");
            page.navigate("/console/accounts/" + colleague);
            both(page, "oidc account");
            page.click("text=회사 계정 연결 끊기");
            both(page, "oidc unbind");
            page.click("main form button[type=submit]");
            page.waitForSelector("text=한소라님의 회사 계정 연결을 끊었어요");
            both(page, "oidc unbound");
        }
        assertThat(bound()).isEmpty();
    }

    private void both(Page page, String name) {
        for (Map.Entry<String, Integer> width :
                List.of(Map.entry("phone", Browser.PHONE), Map.entry("desk", Browser.DESK))) {
            page.setViewportSize(width.getValue(), 900);
            screens.look(page, name + " " + width.getKey());
        }
    }
}
