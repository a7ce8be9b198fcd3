package kr.dochak.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import kr.dochak.wire.Response.Answered;
import kr.dochak.wire.Response.Unanswered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** One way out: where it does not go, how long it lasts, how much it reads, and what it does not do by itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LineTests {

    private static final Limits LIMITS = Limits.of(Duration.ofSeconds(2), Duration.ofMillis(700), 1_000);
    private static final Predicate<InetAddress> NOT_HERE = address -> !address.isLoopbackAddress();

    private final List<Map<String, List<String>>> got = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Wire> wires = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        server.stop(0);
        wires.forEach(Wire::destroy);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        got.add(Map.copyOf(exchange.getRequestHeaders()));
        String[] path = exchange.getRequestURI().getPath().split("/");
        byte[] words = "도착".repeat(Integer.parseInt(path[3])).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Set-Cookie", "a=1");
        exchange.getResponseHeaders().add("Set-Cookie", "b=2");
        exchange.getResponseHeaders().add("Location", "/ok/200/1");
        exchange.sendResponseHeaders(Integer.parseInt(path[2]), words.length + (path[1].equals("drips") ? 1 : 0));
        exchange.getResponseBody().write(words);
        if (path[1].equals("drips")) {
            exchange.getResponseBody().flush();
            untilTheEnd();
        }
        exchange.close();
    }

    private void untilTheEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Line line(Names names, Predicate<InetAddress> mayConnect) {
        Wire wire = new Wire(InstantSource.system(), names);
        wires.add(wire);
        return wire.line(LIMITS, mayConnect);
    }

    private Line line() {
        return line(Names.SYSTEM, address -> true);
    }

    private Request get(String host, String path) {
        return Request.get(
                URI.create("http://" + host + ":" + server.getAddress().getPort() + path));
    }

    private Request get(String path) {
        return get("127.0.0.1", path);
    }

    private static Names leadingTo(String... addresses) {
        return host -> List.of(addresses).stream().map(LineTests::address).toList();
    }

    private static InetAddress address(String text) {
        return InetAddress.ofLiteral(text);
    }

    @Test
    void an_answer_is_its_status_its_headers_and_its_words() {
        assertThat(line().send(get("/ok/404/2"))).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.status()).isEqualTo(404);
            assertThat(answered.body()).isEqualTo("도착도착");
            assertThat(answered.all("Set-Cookie")).containsExactlyInAnyOrder("a=1", "b=2");
            assertThat(answered.first("Retry-After")).isEmpty();
        });
    }

    @Test
    void an_address_is_judged_when_it_is_connected_to() {
        assertThat(line(Names.SYSTEM, NOT_HERE).send(get("/ok/200/1")))
                .isEqualTo(new Unanswered(Failure.FORBIDDEN_ADDRESS));
        assertThat(line(leadingTo("127.0.0.1"), NOT_HERE).send(get("mall.example", "/ok/200/1")))
                .isEqualTo(new Unanswered(Failure.FORBIDDEN_ADDRESS));
        assertThat(got).isEmpty();
    }

    @Test
    void the_address_that_was_judged_is_the_one_connected_to() {
        Names twoAddresses = leadingTo("203.0.113.7", "127.0.0.1");

        assertThat(line(twoAddresses, InetAddress::isLoopbackAddress).send(get("mall.example", "/ok/200/1")))
                .isInstanceOf(Answered.class);
    }

    @Test
    void nobody_there_is_surely_not_sent() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Failure refused = failure(line().send(Request.get(URI.create("http://127.0.0.1:" + free + "/"))));
        Failure unknown = failure(line(host -> List.of(), address -> true).send(get("nobody.example", "/ok/200/1")));

        assertThat(List.of(refused, unknown)).containsOnly(Failure.NOT_REACHED);
        assertThat(refused.isSurelyNotSent()).isTrue();
        assertThat(refused.word()).isEqualTo("ConnectException");
    }

    @Test
    void an_answer_that_comes_drop_by_drop_is_cut_off() {
        assertThat(line().send(get("/drips/200/1"))).isEqualTo(new Unanswered(Failure.TIMEOUT));
        assertThat(line().sendForBeginning(get("/drips/200/1"))).isEqualTo(new Unanswered(Failure.TIMEOUT));
    }

    @Test
    void an_answer_that_is_too_long_is_a_failure_unless_only_its_beginning_is_asked_for() {
        Line line = line();

        assertThat(line.send(get("/ok/200/200000"))).isEqualTo(new Unanswered(Failure.TOO_LONG));
        assertThat(line.sendForBeginning(get("/ok/200/200000"))).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.body()).startsWith("도착").hasSizeLessThan(400);
        });
        assertThat(line.send(get("/ok/200/166"))).isInstanceOf(Answered.class);
    }

    @Test
    void nothing_is_repeated_followed_or_added_by_itself() {
        Request post = Request.post(get("/ok/503/1").url(), "application/json; charset=utf-8", "{}")
                .with("User-Agent", "Dochak-Webhooks/1");
        Line line = line();
        line.send(post);
        line.send(get("/ok/302/1"));
        line.send(get("/ok/503/1"));

        assertThat(got).hasSize(3);
        assertThat(got.getFirst())
                .containsEntry("Content-type", List.of("application/json; charset=utf-8"))
                .containsEntry("User-agent", List.of("Dochak-Webhooks/1"))
                .doesNotContainKeys("Upgrade", "Accept-encoding", "Cookie");
        assertThat(got.getLast())
                .containsEntry("User-agent", List.of("dochak/0.1"))
                .doesNotContainKey("Cookie");
    }

    private static Failure failure(Response response) {
        return ((Unanswered) response).failure();
    }
}
