package kr.dochak.messaging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** NHN Cloud as far as the tests need it: takes a key once, refuses with 200 when told to, and can be down. */
public final class FakeNhn {

    /** One message that was really taken. */
    public record Taken(String product, String key, String requestId, JsonNode body) {

        public String to() {
            return body.path("recipientList").path(0).path("recipientNo").asString("");
        }

        JsonNode parameters() {
            return body.path("recipientList").path(0).path("templateParameter");
        }
    }

    private final HttpServer server;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, Taken> byKey = new ConcurrentHashMap<>();
    private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    volatile @Nullable Integer status;

    /** What is sent is taken, but nobody hears of it: the answer is lost on its way. */
    volatile boolean losesAnswers;

    public FakeNhn() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/alimtalk/v2.3/appkeys/app/messages", exchange -> answer(exchange, "alimtalk"));
        server.createContext("/sms/v3.0/appKeys/app/sender/", exchange -> answer(exchange, "sms"));
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on the header refuses messages to this number, with HTTP 200. */
    void refuse(String phone, int code) {
        refusals.put(phone, code);
    }

    /** Everything that was really taken. */
    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    List<Taken> takenFor(String phone) {
        return taken.stream().filter(message -> message.to().equals(phone)).toList();
    }

    public int calls() {
        return calls.get();
    }

    private void answer(HttpExchange exchange, String product) throws IOException {
        calls.incrementAndGet();
        if (exchange.getRequestMethod().equals("GET")) {
            list(exchange, product);
            return;
        }
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Integer down = status;
        byte[] answer = down == null
                ? reply(exchange, product, json.readTree(text)).getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        write(exchange, losesAnswers ? 504 : down == null ? 200 : down, losesAnswers ? new byte[0] : answer);
    }

    /** As after ten minutes. */
    void forgetKeys() {
        byKey.clear();
    }

    private void list(HttpExchange exchange, String product) throws IOException {
        Integer down = status;
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        String found = taken.stream()
                .filter(message -> message.product().equals(product) && query.contains(message.key()))
                .map(message ->
                        "{\"requestId\":\"%s\",\"recipientSeq\":1,\"resultCode\":\"1000\",\"recipientGroupingKey\":\"%s\"}"
                                .formatted(message.requestId(), message.key()))
                .collect(Collectors.joining(",", "[", "]"));
        String body = product.equals("alimtalk")
                ? header(0, true) + ",\"messageSearchResultResponse\":{\"messages\":%s}}".formatted(found)
                : header(0, true) + ",\"body\":{\"data\":%s}}".formatted(found);
        write(exchange, down == null ? 200 : down, down == null ? body.getBytes(StandardCharsets.UTF_8) : new byte[0]);
    }

    private static void write(HttpExchange exchange, int status, byte[] answer) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private String reply(HttpExchange exchange, String product, JsonNode body) {
        String key = exchange.getRequestHeaders().getFirst("X-NC-API-IDEMPOTENCY-KEY");
        Taken message = new Taken(product, key, "req-" + requests.incrementAndGet(), body);
        Integer refusal = refusals.get(message.to());
        if (refusal != null) {
            return header(refusal, false) + "}";
        }
        if (byKey.putIfAbsent(key, message) != null) {
            return header(-1005, false) + "}";
        }
        taken.add(message);
        String result = "[{\"recipientSeq\":1,\"recipientNo\":\"%s\",\"resultCode\":0}]".formatted(message.to());
        return product.equals("alimtalk")
                ? header(0, true)
                        + ",\"message\":{\"requestId\":\"%s\",\"sendResults\":%s}}"
                                .formatted(message.requestId(), result)
                : header(0, true)
                        + ",\"body\":{\"data\":{\"requestId\":\"%s\",\"statusCode\":\"2\",\"sendResultList\":%s}}}"
                                .formatted(message.requestId(), result);
    }

    private static String header(int code, boolean success) {
        return "{\"header\":{\"resultCode\":%d,\"resultMessage\":\"x\",\"isSuccessful\":%b}".formatted(code, success);
    }
}
