package kr.dochak.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kr.dochak.ProductTest;
import kr.dochak.identity.doors.LoginFixture;
import kr.dochak.identity.vault.SignedLinks;
import kr.dochak.shared.OrderId;
import org.apache.catalina.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** H2: who is not logged in leaves nothing behind on the server. */
@ProductTest
class NoSessionTests {

    private static final String LONG = "x".repeat(3_000);

    @LocalServerPort
    private int port;

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SignedLinks links;

    @BeforeEach
    void as_the_product_is() {
        LoginFixture.formTokensInCookies(context);
    }

    private long sessions() {
        TomcatWebServer server = (TomcatWebServer) context.getWebServer();
        long inMemory = 0;
        for (var child : server.getTomcat().getHost().findChildren()) {
            inMemory += ((Context) child).getManager().getSessionCounter();
        }
        return inMemory
                + jdbc.sql("select count(*) from identity.login_session")
                        .query(Long.class)
                        .single();
    }

    private HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .join();
    }

    private HttpRequest.Builder page(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .timeout(Duration.ofSeconds(30));
    }

    @Test
    void H2_three_thousand_pages_without_a_log_in_leave_no_session() {
        long before = sessions();
        List<String> paths = List.of("/orders?" + LONG, "/console/cases?q=" + LONG, "/login", "/console/login", "/t/x");
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 3_000; i += 50) {
                List<CompletableFuture<Integer>> answers = new ArrayList<>();
                for (int j = 0; j < 50; j++) {
                    HttpRequest request = page(paths.get((i + j) % paths.size()))
                            .header("X-A", LONG)
                            .build();
                    answers.add(client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                            .thenApply(HttpResponse::statusCode));
                }
                answers.forEach(each -> assertThat(each.join()).isLessThan(500));
            }
        }
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void H2_neither_a_form_that_is_refused_nor_a_wrong_password_leaves_a_session() {
        long before = sessions();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var form = HttpRequest.BodyPublishers.ofString("email=a@b.example&password=x");
            String type = "application/x-www-form-urlencoded";
            assertThat(send(client, page("/console/login").POST(form).header("Content-Type", type))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(send(client, page("/login/code").POST(form).header("Content-Type", type))
                            .statusCode())
                    .isEqualTo(403);
            var login = send(client, page("/console/login"));
            String cookie =
                    login.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
            String token = login.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
            var wrong = HttpRequest.BodyPublishers.ofString("email=h2@b.example&password=x&_csrf=" + token);
            var answer = send(
                    client,
                    page("/console/login")
                            .POST(wrong)
                            .header("Content-Type", type)
                            .header("Cookie", cookie));
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/console/login?failed");
        }
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void H2_an_open_stream_and_a_forged_cookie_leave_no_session() {
        long before = sessions();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String token = links.pathFor(new OrderId(1), Duration.ofDays(1));
            send(client, page(token));
            for (String name : List.of("login", "staff", "flash", "wanted", "device")) {
                assertThat(send(client, page("/orders").header("Cookie", name + "=" + "A".repeat(43)))
                                .statusCode())
                        .as(name)
                        .isEqualTo(302);
                assertThat(send(client, page("/login").header("Cookie", name + "=%00;x=\"" + LONG + "\""))
                                .statusCode())
                        .as(name)
                        .isEqualTo(200);
            }
        }
        assertThat(sessions()).isEqualTo(before);
    }
}
