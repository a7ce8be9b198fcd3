package kr.dochak.identity.doors;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import kr.dochak.identity.sessions.BrowserCookie;
import kr.dochak.shared.PublicUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a browser or a program really gets over HTTP: headers, refusals, error pages, the management port. */
@ProductTest
class WebSafetyTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private Environment environment;

    private HttpResponse<String> getFrom(String port, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + environment.getRequiredProperty(port) + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return getFrom("local.server.port", path, headers);
    }

    @Test
    void pages_tell_the_browser_to_trust_nothing_from_elsewhere() throws Exception {
        var headers = get("/login").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    /** Requests that no door ever sees, or that are for programs only. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /login HTTP/1.1\r\nHost: evil.example\r\n",
                "GET /api/v1/orders HTTP/1.1\r\nHost: evil.example\r\n",
                "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 0\r\n",
                "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99000000\r\n",
                "POST /hooks/nobody HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n",
                "POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n",
                "GET /a\\b{ HTTP/1.1\r\nHost: localhost\r\n",
                "GET /login HTTP/1.1\r\nHost: a b\r\n",
                "GET /login HTTP/9.9\r\nHost: localhost\r\n"
            })
    void V3_whatever_is_refused_is_framed_by_nobody_and_is_what_it_says(String request) throws Exception {
        String answer = raw(request + "Connection: close\r\n\r\n");

        assertThat(answer).matches(Pattern.compile("HTTP/1.1 [45].*", Pattern.DOTALL));
        assertThat(answer.toLowerCase(Locale.ROOT))
                .contains("x-content-type-options: nosniff", "default-src 'none'", "frame-ancestors 'none'");
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket("localhost", environment.getRequiredProperty("local.server.port", Integer.class))) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void V3_a_cookie_of_one_path_is_planted_by_no_neighbour_either() {
        var request = new MockHttpServletRequest();
        request.setSecure(true);
        var response = new MockHttpServletResponse();
        new BrowserCookie("ticket", "/login", null).set("x", request, response);
        new BrowserCookie("log-in", "/", null).set("x", request, response);

        assertThat(response.getHeaders("Set-Cookie"))
                .satisfiesExactly(
                        narrow -> assertThat(narrow)
                                .startsWith("__Secure-ticket=x")
                                .contains("; Secure"),
                        wide -> assertThat(wide).startsWith("__Host-log-in=x").contains("; Secure"));
    }

    @Test
    void reading_a_page_of_customers_makes_no_session() {
        // directly, because csrf() of a test with MockMvc exchanges the repository of the shared application
        var tokens = PageLogin.tokens("form", new PublicUrl(URI.create("http://localhost:8080")));
        var request = new MockHttpServletRequest();
        var response = new MockHttpServletResponse();
        tokens.saveToken(tokens.generateToken(request), request, response);

        assertThat(request.getSession(false)).isNull();
        Cookie form = Objects.requireNonNull(response.getCookie("form"));
        assertThat(form.isHttpOnly()).isTrue();
        assertThat(form.getAttribute("SameSite")).isEqualTo("Lax");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/orders/1 |                  | 401 | 키가 필요해요
            /api/v1/orders/1 | Bearer nonsense  | 401 | 이 키로는 들어올 수 없어요
            /api/v1/orders/1 | Basic YTpi       | 401 | 이 키로는 들어올 수 없어요
            /api/v1/orders/1 | Bearer {carrier} | 403 | 택배사 키는 스캔만
            /api/v1/nothing  | Bearer {admin}   | 404 | 주소
            """)
    void the_API_refuses_with_what_to_do(String path, String key, int status, String says) throws Exception {
        var answer = key == null
                ? get(path)
                : get(
                        path,
                        "Authorization",
                        key.replace("{carrier}", TestKeys.CARRIER).replace("{admin}", TestKeys.ADMIN));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).contains(says, "\"status\":" + status, "/problems/");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void an_unknown_page_says_so_in_words_people_use() throws Exception {
        var korean = get("/unknown", "Accept", "text/html");
        var english = get("/unknown", "Accept", "text/html", "Accept-Language", "en");

        assertThat(korean.statusCode()).isEqualTo(404);
        assertThat(korean.body()).contains("찾는 화면이 없어요").doesNotContain("Whitelabel", "Exception");
        assertThat(english.body()).contains("There is no such page");
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health,200", "/actuator/prometheus,200", "/actuator/env,404", "/actuator/shutdown,404"})
    void the_management_port_answers_what_is_exposed(String path, int status) throws Exception {
        assertThat(getFrom("local.management.port", path).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health", "/actuator/prometheus"})
    void the_public_port_knows_no_management(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void the_documentation_of_the_API_can_be_read_by_everybody() throws Exception {
        assertThat(get("/api/v1/openapi.json").statusCode()).isEqualTo(200);
        var docs = get("/api/v1/docs");
        assertThat(docs.statusCode()).isEqualTo(302);
        assertThat(get(URI.create(docs.headers().firstValue("Location").orElseThrow())
                                .getPath())
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/api/v1/openapi.json/swagger-config").statusCode()).isEqualTo(200);
    }

    @Test
    void a_fragment_of_a_page_sends_the_whole_page_to_the_log_in() throws Exception {
        var answer = get("/orders/1", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/login");
    }
}
