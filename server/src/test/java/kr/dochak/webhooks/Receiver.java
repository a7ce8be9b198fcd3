package kr.dochak.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A system of a mall that takes webhooks, and that may be down, gone, or asleep. */
public final class Receiver implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What came in. */
    public record Got(String path, String id, String signature, int attempt, String text) {

        public JsonNode json() {
            return JSON.readTree(text);
        }

        public String type() {
            return json().path("type").asString("");
        }
    }

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final CountDownLatch awake = new CountDownLatch(1);
    public volatile int status = 200;
    public volatile boolean sleeps;
    public volatile boolean drips;
    public volatile String words = "";
    private volatile String location = "";

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** From now on it answers so. */
    public void answer(int code) {
        status = code;
    }

    /** From now on it sends everybody elsewhere. */
    public void redirect(String path) {
        status = 302;
        location = path;
    }

    /** What came to this path, in the order it came. */
    public List<Got> at(String path) {
        return got.stream().filter(each -> each.path().equals(path)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        got.add(new Got(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Dochak-Event-Id"),
                exchange.getRequestHeaders().getFirst("Dochak-Signature"),
                Integer.parseInt(exchange.getRequestHeaders().getFirst("Dochak-Attempt")),
                text));
        if (sleeps) {
            await();
        }
        if (!location.isEmpty()) {
            exchange.getResponseHeaders().add("Location", location);
        }
        byte[] answer = (words.isEmpty() ? "answer " + status : words).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, drips ? answer.length + 1 : answer.length);
        exchange.getResponseBody().write(answer);
        if (drips) {
            exchange.getResponseBody().flush();
            await();
        }
        exchange.close();
    }

    private void await() {
        try {
            awake.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        awake.countDown();
        server.stop(0);
    }
}
