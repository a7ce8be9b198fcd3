package kr.dochak.limits;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.util.NetMaskSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** M8: requests that drip, against a server with no patience at all; nothing here waits for a clock. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SlowSendersTests {

    private static final Duration NONE = Duration.ZERO;
    private static final Duration LONG = Duration.ofHours(1);

    private final List<Socket> open = new ArrayList<>();
    private WebServer server = new TomcatServletWebServerFactory(0).getWebServer();

    /** Reads a body in the way that is asked for, and says how long it was. */
    private static final class Reading extends HttpServlet {

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            int length = switch (request.getRequestURI()) {
                case "/form" -> String.valueOf(request.getParameter("a")).length();
                case "/body" -> request.getInputStream().readAllBytes().length;
                default -> -1;
            };
            response.getWriter().write("read " + length);
        }
    }

    private void start(Pace pace, int connections, String unlimited) {
        NetMaskSet proxies = LimitsConfiguration.masks(unlimited);
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        factory.setProtocol(TimedHttp.class.getName());
        factory.addConnectorCustomizers(connector -> ((TimedHttp) connector.getProtocolHandler())
                .keep(pace, new RefusedBodies(2, 2, proxies), connections, proxies));
        server = factory.getWebServer(
                context -> context.addServlet("reading", new Reading()).addMapping("/"));
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket each : open) {
            each.close();
        }
        server.stop();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), ((TomcatWebServer) server).getPort());
        socket.setSoTimeout(20_000);
        open.add(socket);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }

    /** Sends the same piece again and again until the server has had enough. */
    private static void dripUntilCut(Socket socket, String piece) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    try {
                        OutputStream out = socket.getOutputStream();
                        out.write(piece.getBytes(ISO_8859_1));
                        out.flush();
                        return false;
                    } catch (IOException cut) {
                        return true;
                    }
                });
    }

    private static String post(String path, String type, int length, String rest) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nContent-Length: " + length + "\r\n\r\n" + rest;
    }

    @Test
    void M8_a_header_that_drips_is_cut() throws Exception {
        start(new Pace(NONE, LONG, 1, 0), 100, "");
        Socket slow = connect();
        send(slow, "GET / HTTP/1.1\r\nHost: x\r\nX: ");
        dripUntilCut(slow, "a");
    }

    @Test
    void M8_so_is_a_first_line_that_drips() throws Exception {
        start(new Pace(NONE, LONG, 1, 0), 100, "");
        Socket slow = connect();
        send(slow, "GET /");
        dripUntilCut(slow, "a");
    }

    @Test
    void M8_a_body_that_drips_is_cut() throws Exception {
        start(new Pace(LONG, NONE, 1_000_000_000, 0), 100, "");
        Socket slow = connect();
        send(slow, post("/body", "application/json", 1_000_000, "{"));
        dripUntilCut(slow, "a");
    }

    @Test
    void M8_so_is_a_form_that_drips_which_no_filter_reads() throws Exception {
        start(new Pace(LONG, NONE, 1_000_000_000, 0), 100, "");
        Socket slow = connect();
        send(slow, post("/form", "application/x-www-form-urlencoded", 1_000_000, "a="));
        dripUntilCut(slow, "a");
    }

    @Test
    void M8_and_the_rest_of_a_body_that_was_refused_and_goes_on_dripping() throws Exception {
        start(new Pace(LONG, NONE, 1_000_000_000, 1_000_000), 100, "");
        Socket slow = connect();
        send(slow, post("/refused", "application/json", 1_000_000, "{"));
        dripUntilCut(slow, "a");
        assertThat(open).contains(slow);
    }

    @Test
    void who_sends_in_pieces_but_fast_enough_is_read() throws Exception {
        start(new Pace(LONG, LONG, 1, 0), 100, "");
        Socket patient = connect();
        String whole = post("/form", "application/x-www-form-urlencoded", 7, "a=hello");
        for (char letter : whole.toCharArray()) {
            send(patient, String.valueOf(letter));
        }
        assertThat(answer(patient)).contains("HTTP/1.1 200", "read 5");
    }

    @Test
    void who_is_refused_early_can_read_the_refusal_while_still_sending() throws Exception {
        start(new Pace(LONG, LONG, 1, 4_000_000), 100, "");
        Socket sender = connect();
        send(sender, post("/refused", "application/json", 3_000_000, "x".repeat(3_000_000)));
        assertThat(answer(sender)).contains("HTTP/1.1 200", "read -1");
    }

    /** Of more bytes than lie in the buffers of a line, so that it cannot be sent unless somebody reads it. */
    private boolean largeRefusedBodyIsTakenAway() throws IOException {
        int length = 30_000_000;
        Socket sender = connect();
        try {
            send(sender, post("/refused", "application/json", length, "x".repeat(length)));
            return answer(sender).contains("HTTP/1.1 200");
        } catch (IOException cut) {
            return false;
        }
    }

    @Test
    void M8_the_rest_of_large_refused_bodies_of_one_address_is_read_so_often_and_then_cut() throws Exception {
        start(new Pace(LONG, LONG, 1, 40_000_000), 100, "");
        assertThat(largeRefusedBodyIsTakenAway()).isTrue();
        assertThat(largeRefusedBodyIsTakenAway()).isTrue();
        assertThat(largeRefusedBodyIsTakenAway()).isFalse();
    }

    @Test
    void M8_that_of_small_ones_is_always_read() throws Exception {
        start(new Pace(LONG, LONG, 1, 4_000_000), 100, "");
        for (int i = 0; i < 5; i++) {
            Socket sender = connect();
            send(sender, post("/refused", "application/json", 60_000, "x".repeat(60_000)));
            assertThat(answer(sender)).contains("HTTP/1.1 200");
        }
    }

    @Test
    void M8_and_that_of_large_ones_through_a_proxy_that_is_named() throws Exception {
        start(new Pace(LONG, LONG, 1, 40_000_000), 100, "127.0.0.0/24");
        for (int i = 0; i < 4; i++) {
            assertThat(largeRefusedBodyIsTakenAway()).isTrue();
        }
    }

    @Test
    void M8_one_address_has_so_many_connections_and_gets_the_room_of_those_it_closes() throws Exception {
        start(new Pace(LONG, LONG, 1, 0), 2, "");
        Socket first = connect();
        send(first, "GET");
        send(connect(), "GET");
        Socket third = connect();
        assertThat(third.getInputStream().read()).isEqualTo(-1);
        first.close();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            Socket next = connect();
            send(next, post("/body", "text/plain", 1, "a"));
            try {
                return answer(next).contains("read 1");
            } catch (IOException refused) {
                return false;
            }
        });
    }

    @Test
    void a_proxy_that_is_named_has_as_many_as_it_needs() throws Exception {
        start(new Pace(LONG, LONG, 1, 0), 1, "127.0.0.0/24");
        send(connect(), "GET");
        Socket second = connect();
        send(second, post("/body", "text/plain", 1, "a"));
        assertThat(answer(second)).contains("read 1");
    }
}
