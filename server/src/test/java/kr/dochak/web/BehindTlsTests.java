package kr.dochak.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import kr.dochak.ProductTest;
import kr.dochak.journeys.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** H4: the product behind nginx and Caddy, both set up as docs/behind-tls.md says. Visitors have addresses of 127.0.0.0/8. */
@Tag("slow")
@ProductTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import(BehindTlsTests.Visits.class)
@TestPropertySource(
        properties = {
            "dochak.messaging.public-url=https://shop.example.com",
            "dochak.web.trusted-proxies=127.0.0.1/32",
            "dochak.identity.login.codes-from-address=3"
        })
class BehindTlsTests {

    private static final String EVA = "127.0.0.2";
    private static final String ADA = "127.0.0.3";

    /** What the product took its visitors for, by the path they asked for. */
    @TestConfiguration
    static class Visits {

        static final Map<String, Visit> SEEN = new ConcurrentHashMap<>();

        record Visit(String address, boolean secure, String url) {}

        /** Before anybody is refused, and after the server has made up its mind who comes. */
        @Bean
        FilterRegistrationBean<Filter> visits() {
            FilterRegistrationBean<Filter> first = new FilterRegistrationBean<>((request, response, chain) -> {
                HttpServletRequest asked = (HttpServletRequest) request;
                String url = asked.getRequestURL().toString();
                SEEN.put(asked.getRequestURI(), new Visit(asked.getRemoteAddr(), asked.isSecure(), url));
                chain.doFilter(request, response);
            });
            first.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return first;
        }
    }

    @TempDir
    static Path folder;

    private Proxy nginx;
    private Proxy caddy;
    private int server;

    @BeforeAll
    void proxies(@Autowired Environment environment) throws IOException {
        server = environment.getRequiredProperty("local.server.port", Integer.class);
        nginx = Proxy.nginx(Files.createDirectory(folder.resolve("nginx")), server);
        caddy = Proxy.caddy(Files.createDirectory(folder.resolve("caddy")), server);
    }

    @AfterAll
    void end() throws InterruptedException {
        nginx.close();
        caddy.close();
    }

    Stream<Arguments> both() {
        return Stream.of(arguments("nginx", nginx), arguments("caddy", caddy));
    }

    @ParameterizedTest(name = "{0}", autoCloseArguments = false)
    @MethodSource("both")
    void H4_redirects_lead_to_the_public_address(String name, Proxy proxy) throws IOException {
        String answer = proxy.ask(EVA, "/orders", "-H", "Accept: text/html");
        assertThat(header(answer, "location")).containsExactly(proxy.url() + "/login");
    }

    @ParameterizedTest(name = "{0}", autoCloseArguments = false)
    @MethodSource("both")
    void H4_cookies_are_for_this_host_by_tls_only(String name, Proxy proxy) throws IOException {
        List<String> cookies = Stream.of("/login", "/console/login?lang=en", "/console")
                .flatMap(path -> header(asked(proxy, path), "set-cookie").stream())
                .toList();
        assertThat(cookies)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-")
                        .containsIgnoringCase("; Secure")
                        .contains("Path=/")
                        .doesNotContain("Domain"));
        assertThat(header(asked(proxy, "/login"), "strict-transport-security"))
                .singleElement()
                .asString()
                .contains("max-age=31536000", "includeSubDomains");
    }

    @ParameterizedTest(name = "{0}", autoCloseArguments = false)
    @MethodSource("both")
    void V4_without_TLS_visitors_are_led_on_and_programs_are_refused(String name, Proxy proxy) throws IOException {
        for (String path : List.of("/api/v1/orders", "/hooks/solapi", "/internal/clock")) {
            String answer = proxy.ask(EVA, proxy.plainUrl() + path);
            assertThat(status(answer)).as(path).isEqualTo(403);
            assertThat(header(answer, "location")).isEmpty();
        }
        for (String path : List.of("/orders?page=2", "/apiary")) {
            assertThat(header(proxy.ask(EVA, proxy.plainUrl() + path), "location"))
                    .containsExactly("https://shop.example.com" + path);
        }
    }

    @ParameterizedTest(name = "{0}", autoCloseArguments = false)
    @MethodSource("both")
    void V3_what_is_refused_before_any_door_asks_browsers_to_stay_with_TLS(String name, Proxy proxy)
            throws IOException {
        Path file = Files.writeString(folder.resolve("file-" + name), "x");
        String answer = proxy.ask(EVA, "/login", "-F", "file=@" + file);
        assertThat(status(answer)).isEqualTo(415);
        assertThat(header(answer, "strict-transport-security"))
                .singleElement()
                .asString()
                .contains("max-age=31536000", "includeSubDomains");
    }

    @ParameterizedTest(name = "{0}", autoCloseArguments = false)
    @MethodSource("both")
    void V12_of_TLS_1_2_only_ciphers_with_a_seal_are_spoken(String name, Proxy proxy) throws IOException {
        String old = proxy.ask(EVA, "/login", "--tls-max", "1.2", "--ciphers", "ECDHE-ECDSA-AES128-SHA256:AES128-SHA");
        assertThat(status(old)).as("no common cipher").isZero();
        assertThat(status(proxy.ask(EVA, "/login", "--tls-max", "1.2"))).isEqualTo(200);
    }

    private static String asked(Proxy proxy, String path) {
        try {
            return proxy.ask(EVA, path, "-H", "Accept: text/html");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}", autoCloseArguments = false)
    @MethodSource("both")
    void H4_a_visitor_is_who_the_proxy_sees_whatever_they_say(String name, Proxy proxy) throws IOException {
        String path = "/unknown/" + name;
        proxy.ask(
                EVA,
                path,
                "-H",
                "X-Forwarded-For: 9.9.9.9",
                "-H",
                "X-Forwarded-Proto: http",
                "-H",
                "X-Forwarded-Port: 1");
        assertThat(Visits.SEEN.get(path)).isEqualTo(new Visits.Visit(EVA, true, proxy.url() + path));
    }

    @Test
    void H4_a_stranger_who_comes_past_the_proxy_is_not_believed() throws IOException {
        String path = "/unknown/past";
        nginx.ask(
                EVA,
                "http://127.0.0.1:" + server + path,
                "-H",
                "X-Forwarded-For: 9.9.9.9",
                "-H",
                "X-Forwarded-Proto: https");
        assertThat(Visits.SEEN.get(path).address()).isEqualTo(EVA);
        assertThat(Visits.SEEN.get(path).secure()).isFalse();
    }

    @ParameterizedTest(name = "{0}", autoCloseArguments = false)
    @MethodSource("both")
    void H4_limits_are_each_visitors_own(String name, Proxy proxy) throws IOException {
        String address = name.equals("nginx") ? "127.0.1.1" : "127.0.1.2";
        for (int i = 0; i < 3; i++) {
            assertThat(status(askForCode(proxy, address, i))).isEqualTo(302);
        }
        assertThat(status(askForCode(proxy, address, 3))).isEqualTo(429);
        assertThat(status(askForCode(proxy, ADA, 4))).as("another visitor").isEqualTo(302);
    }

    private String askForCode(Proxy proxy, String visitor, int i) throws IOException {
        Path cookies = Files.createTempFile(folder, "cookies", "");
        String form = proxy.ask(visitor, "/login?mall=rainbow", "-c", cookies.toString());
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form);
        assertThat(token.find()).isTrue();
        return proxy.ask(
                visitor,
                "/login",
                "-b",
                cookies.toString(),
                "--data-urlencode",
                "_csrf=" + token.group(1),
                "-d",
                "mall=rainbow&contact=010-%04d-000%d".formatted(proxy.port() % 10_000, i));
    }

    @ParameterizedTest(name = "{0}", autoCloseArguments = false)
    @MethodSource("both")
    void H4_no_other_host_is_answered(String name, Proxy proxy) throws IOException {
        assertThat(proxy.ask(EVA, "/login", "-H", "Host: evil.example"))
                .as("an empty answer or none")
                .doesNotContain("<html", "evil.example/", proxy.url());
        for (String host : List.of("evil.example", "shop.example.com.evil.example", "10.0.0.1")) {
            String answer = nginx.ask(EVA, "http://127.0.0.1:" + server + "/orders", "-H", "Host: " + host);
            assertThat(status(answer)).isEqualTo(421);
            assertThat(answer)
                    .contains("unknown-host", "application/problem+json")
                    .doesNotContainIgnoringCase("Location:");
        }
    }

    @ParameterizedTest(name = "{0}", autoCloseArguments = false)
    @MethodSource("both")
    void H4_what_is_too_large_goes_no_further(String name, Proxy proxy) throws IOException {
        Path large = Files.write(folder.resolve("large-" + name), new byte[9 * 1024 * 1024]);
        String answer = proxy.ask(EVA, "/login/" + name, "--data-binary", "@" + large, "-H", "Expect:");
        assertThat(status(answer)).as("refused, or cut while it is sent").isIn(0, 413, 404, 403, 400);
        assertThat(status(proxy.ask(EVA, "/internal/clock")))
                .as("steering is for the machine itself")
                .isEqualTo(404);
    }

    @ParameterizedTest(name = "{0}", autoCloseArguments = false)
    @MethodSource("both")
    void H4_slow_senders_are_cut(String name, Proxy proxy) throws Exception {
        for (String begun : List.of(
                "POST /login HTTP/1.1\r\nHost: shop.example.com\r\nContent-Le",
                "POST /login HTTP/1.1\r\nHost: shop.example.com\r\nContent-Length: 100\r\n\r\nmall=")) {
            try (SSLSocket socket = connect(proxy)) {
                socket.setSoTimeout((int) Duration.ofSeconds(60).toMillis());
                socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).as("cut, and not a page").doesNotContain(" 200 ");
            }
        }
    }

    private static SSLSocket connect(Proxy proxy) throws Exception {
        KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null, null);
        try (InputStream certificate = Files.newInputStream(proxy.certificate())) {
            known.setCertificateEntry(
                    "proxy", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket("127.0.0.1", proxy.port());
        var parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(Proxy.HOST)));
        socket.setSSLParameters(parameters);
        return socket;
    }

    @ParameterizedTest(name = "{0}", autoCloseArguments = false)
    @MethodSource("both")
    void H4_staff_log_in_work_and_leave_through_it(String name, Proxy proxy) throws IOException {
        try (Browser browser = Browser.launch();
                BrowserContext visitor = browser.overTls(proxy.url(), Browser.DESK)) {
            Page page = visitor.newPage();
            page.navigate("/console/cases");
            assertThat(page.url()).isEqualTo(proxy.url() + "/console/login");
            page.fill("input[name=email]", "lead@dochak.example");
            page.fill("input[name=password]", "dochak-demo");
            page.click("main button[type=submit]");
            page.waitForURL(url -> url.startsWith(proxy.url() + "/console/cases"));
            assertThat(visitor.cookies()).extracting(Cookie.class::cast).allSatisfy(cookie -> {
                assertThat(cookie.name).startsWith("__Host-");
                assertThat(cookie.secure).isTrue();
            });
            assertThat(page.evaluate(LISTENS)).as("live pages are told at once").isEqualTo("open");
            assertThat(URI.create(page.url()).getScheme()).isEqualTo("https");
            assertThat(header(loggedOut(proxy, page, visitor), "clear-site-data"))
                    .as("V14: who logs out leaves nothing in the browser")
                    .singleElement()
                    .asString()
                    .contains("cache", "storage");
            page.navigate("/console/cases");
            assertThat(page.url()).as("nobody is logged in any more").isEqualTo(proxy.url() + "/console/login");
        }
    }

    /** The answer to the button as it is on the page; a browser does not always hand out all headers of a redirect. */
    private static String loggedOut(Proxy proxy, Page page, BrowserContext visitor) throws IOException {
        String cookies = visitor.cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        String token = page.inputValue("form[action='/console/logout'] input[name='_csrf'] >> nth=0");
        return proxy.ask(EVA, "/console/logout", "-b", cookies, "--data-urlencode", "_csrf=" + token);
    }

    /** As the board does. */
    private static final String LISTENS = """
            () => new Promise(answer => {
                const live = new EventSource('/console/live?topic=board');
                live.onopen = () => { live.close(); answer('open'); };
                live.onerror = () => { live.close(); answer('error'); };
                setTimeout(() => answer('silent'), 10000);
            })
            """;

    private static int status(String answer) {
        Matcher line = Pattern.compile("^HTTP/[\\d.]+ (\\d{3})").matcher(answer);
        return line.find() ? Integer.parseInt(line.group(1)) : 0;
    }

    private static List<String> header(String answer, String name) {
        return answer.lines()
                .takeWhile(line -> !line.isBlank())
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }
}
