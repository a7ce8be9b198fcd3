package kr.dochak.tracking.carriers.asking;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import kr.dochak.tracking.carriers.RawAnswer;
import kr.dochak.tracking.carriers.Recorded;

/** CJ, Hanjin, the post office, Sweettracker and tracker.delivery as far as the tests need them; each may be down. */
final class FakeCarriers {

    private final HttpServer server;
    private final Map<String, RawAnswer> answers = new ConcurrentHashMap<>();
    private final Map<String, Integer> down = new ConcurrentHashMap<>();
    final Queue<String> asked = new ConcurrentLinkedQueue<>();
    final Queue<String> registered = new ConcurrentLinkedQueue<>();
    final Queue<String> added = new ConcurrentLinkedQueue<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();

    FakeCarriers() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url(String source) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + source;
    }

    /** From now on this source says this of a number. */
    void says(String source, String number, String body) {
        answers.put(source + " " + number, new RawAnswer(200, body));
    }

    /** From now on this source answers everything with this status; 0 is well again. */
    void down(String source, int status) {
        down.put(source, status);
    }

    /** From now on Sweettracker refuses to call back about this number, with this error; an empty one ends that. */
    void refuses(String number, String code) {
        refused.put(number, code);
    }

    private String addInvoice(String text) {
        String code = refused.entrySet().stream()
                .filter(each -> text.contains("num=" + each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        return code.isEmpty()
                ? "{\"success\":true}"
                : "{\"success\":false,\"e_code\":\"" + code + "\",\"e_message\":\"-\"}";
    }

    long times(String source, String number) {
        return asked.stream().filter((source + " " + number)::equals).count();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String source = exchange.getRequestURI().getPath().split("/")[1];
        String text = exchange.getRequestURI() + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = down.getOrDefault(source, 0);
        if (status != 0) {
            write(exchange, status, "<html>no</html>");
        } else if (text.contains("registerTrackWebhook")) {
            registered.add(text);
            write(exchange, 200, "{\"data\":{\"registerTrackWebhook\":true}}");
        } else if (exchange.getRequestURI().getPath().endsWith("/add_invoice")) {
            added.add(text);
            write(exchange, 200, addInvoice(text));
        } else if (source.equals("cj") && exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders().add("Set-Cookie", "JSESSIONID=s; Path=/");
            write(exchange, 200, "<form><input type=\"hidden\" name=\"_csrf\" value=\"word\"></form>");
        } else {
            write(exchange, 200, body(source, text, exchange));
        }
    }

    private String body(String source, String text, HttpExchange exchange) {
        boolean stranger = source.equals("cj")
                && !(text.contains("_csrf=word")
                        && "JSESSIONID=s".equals(exchange.getRequestHeaders().getFirst("Cookie")));
        String known = answers.keySet().stream()
                .filter(key -> key.startsWith(source + " ") && text.contains(key.substring(source.length() + 1)))
                .findFirst()
                .orElse("");
        if (!known.isEmpty() && !stranger) {
            asked.add(known);
            return answers.get(known).body();
        }
        return switch (source) {
            case "cj" -> stranger ? "<html>Access Denied</html>" : Recorded.CJ_UNKNOWN_NUMBER;
            case "hanjin" -> "<p>운송장이 등록되지 않았습니다.</p>";
            case "sweettracker" -> Recorded.SWEETTRACKER_UNKNOWN_NUMBER;
            default -> Recorded.trackerDeliveryError("NOT_FOUND");
        };
    }

    private static void write(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
