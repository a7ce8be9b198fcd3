package kr.dochak.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Objects;
import kr.dochak.ProductTest;
import kr.dochak.identity.vault.MasterKey;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockCookie;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** H2: the page that was wanted before the log-in is in a signed cookie and nowhere else. */
@ProductTest
class WantedPageTests {

    @Autowired
    private MasterKey master;

    private MockHttpServletRequest request(String path, String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setQueryString(query);
        request.addHeader("Accept", "text/html");
        return request;
    }

    private MockHttpServletResponse saved(WantedPage wanted, MockHttpServletRequest request) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        wanted.saveRequest(request, response);
        return response;
    }

    private static MockHttpServletRequest with(String name, String value) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new MockCookie(name, value));
        return request;
    }

    @Test
    void H2_what_was_wanted_comes_back_for_the_same_log_in_only() {
        WantedPage customers = new WantedPage("wanted", master);
        WantedPage staff = new WantedPage("staff-wanted", master);
        var cookie = Objects.requireNonNull(
                saved(customers, request("/orders/5", "tab=스캔")).getCookie("wanted"));

        assertThat(customers.path(with("wanted", cookie.getValue()))).contains("/orders/5?tab=스캔");
        assertThat(staff.path(with("staff-wanted", cookie.getValue()))).isEmpty();
        assertThat(cookie.isHttpOnly()).isTrue();
    }

    @Test
    void H2_a_wanted_page_that_somebody_made_up_leads_nowhere() {
        WantedPage wanted = new WantedPage("wanted", master);
        String evil = Base64.getUrlEncoder()
                .encodeToString("//evil.example".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(wanted.path(with("wanted", "0".repeat(32) + evil))).isEmpty();
        assertThat(wanted.path(with("wanted", evil))).isEmpty();
        assertThat(wanted.path(with("wanted", "x"))).isEmpty();
        assertThat(saved(wanted, request("//evil.example", null)).getCookies()).isEmpty();
    }

    @Test
    void H2_what_is_long_a_part_or_sent_is_not_remembered() {
        WantedPage wanted = new WantedPage("wanted", master);
        assertThat(saved(wanted, request("/orders", "q=" + "x".repeat(1_000))).getCookies())
                .isEmpty();
        MockHttpServletRequest part = request("/orders", null);
        part.addHeader("HX-Request", "true");
        assertThat(saved(wanted, part).getCookies()).isEmpty();
        MockHttpServletRequest sent = request("/orders", null);
        sent.setMethod("POST");
        assertThat(saved(wanted, sent).getCookies()).isEmpty();
    }

    @Test
    void L11_over_TLS_a_cookie_is_secure_and_no_neighbour_can_plant_it() {
        WantedPage wanted = new WantedPage("wanted", master);
        MockHttpServletRequest request = request("/orders", null);
        request.setSecure(true);
        var cookie = Objects.requireNonNull(saved(wanted, request).getCookie("__Host-wanted"));
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        MockHttpServletRequest planted = with("wanted", cookie.getValue());
        planted.setSecure(true);
        assertThat(wanted.path(planted)).isEmpty();
    }
}
