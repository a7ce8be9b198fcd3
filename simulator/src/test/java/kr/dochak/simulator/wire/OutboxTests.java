package kr.dochak.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kr.dochak.simulator.wire.Call.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Against a server that is busy, breaks, doubts our clock and refuses. */
class OutboxTests {

    private final List<String> received = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final Ledger ledger = new Ledger();
    private HttpServer server;
    private Outbox outbox;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        outbox = new Outbox("test", "key", new ServerApi(base), ledger);
        outbox.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void nothing_is_lost_and_the_order_is_kept_whatever_the_server_does() throws Exception {
        List<Call> calls = IntStream.range(0, 40)
                .mapToObj(n -> Call.order("R-" + n, Map.of("orderNo", "R-" + n)))
                .toList();
        outbox.add(calls.subList(0, 1));
        outbox.add(calls.subList(1, 40));
        assertThat(calls.getLast().done().get(20, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.KNOWN);
        assertThat(received.stream().distinct())
                .containsExactlyElementsOf(calls.stream().map(Call::subject).toList());
        assertThat(ledger.counts()).containsEntry("orders", 40);
    }

    @Test
    void a_scan_from_the_future_waits_and_a_wrong_one_is_refused() throws Exception {
        List<Call> scans = IntStream.range(0, 3)
                .mapToObj(n -> Call.scan("T", Map.of("orderNo", "scan-" + n)))
                .toList();
        outbox.add(scans);
        assertThat(scans.get(2).done().get(20, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.KNOWN);
        assertThat(scans.get(0).done().get(20, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.KNOWN);
        assertThat(scans.get(1).done().get(20, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(ledger.counts()).containsEntry("scans", 2).containsEntry("refused", 1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int number = requests.incrementAndGet();
        if (exchange.getRequestURI().getPath().endsWith("/scans")) {
            reply(exchange, 200, number == 1 ? DOUBTS : "{\"accepted\":1,\"rejected\":[]}");
        } else if (number % 3 == 1) {
            reply(exchange, number % 2 == 0 ? 503 : 429, "{}");
        } else if (number == 2) {
            exchange.close();
        } else {
            note(Json.read(text));
            reply(
                    exchange,
                    200,
                    Json.write(Map.of(
                            "results", results(Json.read(text).path("orders").size()))));
        }
    }

    private static final String DOUBTS = """
            {"rejected":[{"index":0,"code":"future"},{"index":1,"code":"carrier"}]}""";

    private void note(JsonNode body) {
        if (body.has("orderNo")) {
            received.add(body.path("orderNo").asString(""));
        }
        body.path("orders").forEach(order -> received.add(order.path("orderNo").asString("")));
    }

    private static List<Object> results(int many) {
        return IntStream.range(0, many)
                .<Object>mapToObj(n -> Map.of("outcome", "created"))
                .toList();
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
