package kr.dochak.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import kr.dochak.database.StartProblem;
import kr.dochak.shared.PublicUrl;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** What a start refuses, and where the server listens. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutsideTests {

    private final WebConfiguration configuration = new WebConfiguration();

    private static WebSettings settings(String publicUrl, boolean demo, String demoPassword) {
        return new WebSettings(publicUrl, List.of(), "", Duration.ZERO, demo, demoPassword);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example",
                "http://shop.example:443",
                "http://10.0.0.7:8080",
                "http://localhost.example.com"
            })
    void H4_what_people_reach_in_clear_does_not_start(String url) {
        assertThatExceptionOfType(StartProblem.class)
                .isThrownBy(() -> configuration.publicUrl(settings(url, false, "")))
                .satisfies(problem -> assertThat(problem.action()).contains("https://", "docs/behind-tls.md"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example", "http://localhost:8080", "http://127.0.0.1", "http://[::1]:8080"})
    void H4_tls_and_the_machine_itself_are_fine(String url) {
        assertThat(configuration.publicUrl(settings(url, false, "")).address()).isEqualTo(URI.create(url));
    }

    @Test
    void H4_a_demo_may_be_reached_in_clear() {
        assertThat(configuration
                        .publicUrl(settings("http://demo.example", true, ""))
                        .isEncrypted())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shop.example", "ftp://shop.example", "https://"})
    void H4_an_address_that_is_none_does_not_start(String url) {
        assertThatExceptionOfType(StartProblem.class)
                .isThrownBy(() -> configuration.publicUrl(settings(url, true, "")))
                .withMessageContaining("DOCHAK_PUBLIC_URL");
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example, __Host-form, true, __Host-JSESSIONID",
        "http://localhost:8080, form, false, JSESSIONID"
    })
    void H4_cookies_follow_the_public_address(String url, String form, boolean secure, String session) {
        PublicUrl address = new PublicUrl(URI.create(url));
        TomcatServletWebServerFactory server = new TomcatServletWebServerFactory();
        configuration.outside(settings(url, false, ""), address).customize(server);

        assertThat(address.cookie("form")).isEqualTo(form);
        assertThat(server.getSettings().getSession().getCookie().getSecure()).isEqualTo(secure);
        assertThat(server.getSettings().getSession().getCookie().getName()).isEqualTo(session);
    }

    /** Log-ins take their cookies' names and whether they are secure from the request. */
    @ParameterizedTest
    @CsvSource({"https://shop.example, https true", "http://localhost:8080, http false"})
    void H4_a_request_is_as_safe_as_the_public_address_even_when_no_proxy_says_so(String url, String safe)
            throws Exception {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        configuration
                .outside(settings(url, false, ""), new PublicUrl(URI.create(url)))
                .customize(factory);
        HttpServlet saying = new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                response.getWriter().write(request.getScheme() + " " + request.isSecure());
            }
        };
        WebServer server = factory.getWebServer(
                context -> context.addServlet("saying", saying).addMapping("/"));
        server.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI here = URI.create("http://localhost:" + server.getPort() + "/");
            assertThat(client.send(HttpRequest.newBuilder(here).build(), BodyHandlers.ofString())
                            .body())
                    .isEqualTo(safe);
        } finally {
            server.stop();
        }
    }

    @Test
    void M7_a_demo_listens_on_this_machine_and_the_server_on_all_networks() throws Exception {
        assertThat(listening(true, null, "").isLoopbackAddress()).isTrue();
        assertThat(listening(false, null, "")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.0.5", "::"})
    void M7_a_demo_that_others_reach_has_a_password_of_its_own(String bind) throws Exception {
        assertThatExceptionOfType(StartProblem.class)
                .isThrownBy(() -> listening(true, bind, ""))
                .satisfies(problem -> assertThat(problem.action()).contains("DOCHAK_DEMO_PASSWORD"));
        assertThat(listening(true, bind, "its-own").getHostAddress())
                .isEqualTo(InetAddress.getByName(bind).getHostAddress());
    }

    private InetAddress listening(boolean demo, String bind, String password) throws Exception {
        TomcatServletWebServerFactory server = new TomcatServletWebServerFactory();
        if (bind != null) {
            server.setAddress(InetAddress.getByName(bind));
        }
        String url = "http://localhost:8080";
        configuration
                .outside(settings(url, demo, password), new PublicUrl(URI.create(url)))
                .customize(server);
        return server.getAddress();
    }
}
