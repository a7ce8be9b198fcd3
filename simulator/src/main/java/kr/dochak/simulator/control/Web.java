package kr.dochak.simulator.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Executors;
import kr.dochak.simulator.wire.Json;

/** The simulator's own HTTP, one virtual thread for each request. */
public final class Web {

    private final HttpServer server;
    private final List<Route> routes = new ArrayList<>();

    private record Route(String method, List<String> path, Handler handler) {}

    /** Answers one request. */
    @FunctionalInterface
    public interface Handler {
        Reply answer(Request request);
    }

    /** What goes back. */
    public record Reply(int status, String type, String body, Map<String, String> headers, int delayMillis) {

        public Reply(int status, String type, String body) {
            this(status, type, body, Map.of(), 0);
        }

        /** The same, after a while. */
        public Reply after(int millis) {
            return new Reply(status, type, body, headers, millis);
        }

        public Reply with(String header, String value) {
            return new Reply(status, type, body, Map.of(header, value), delayMillis);
        }

        public static Reply json(Object value) {
            return json(200, value);
        }

        public static Reply json(int status, Object value) {
            return new Reply(status, "application/json;charset=UTF-8", Json.write(value));
        }

        public static Reply html(String body) {
            return new Reply(200, "text/html;charset=UTF-8", body);
        }
    }

    /** @param bind the network address it listens at */
    public Web(String bind, int port) throws IOException {
        System.setProperty("sun.net.httpserver.maxIdleConnections", "500");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(bind, port), 256);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
    }

    /** A part of the path in braces is handed to the handler by its name. */
    public void on(String method, String path, Handler handler) {
        routes.add(new Route(method, List.of(path.split("/")), handler));
    }

    public void start() {
        server.start();
    }

    public void stop() {
        server.stop(0);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Reply reply = answer(exchange, body);
            pause(reply.delayMillis());
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply answer(HttpExchange exchange, String body) {
        List<String> path = List.of(exchange.getRequestURI().getPath().split("/"));
        try {
            for (Route route : routes) {
                Optional<Map<String, String>> names = Request.match(route.path(), path);
                if (names.isPresent() && route.method().equals(exchange.getRequestMethod())) {
                    return route.handler().answer(Request.of(exchange, names.get(), body));
                }
            }
            return problem(404, "이 주소에는 아무것도 없습니다");
        } catch (IllegalArgumentException wrong) {
            return problem(400, String.valueOf(wrong.getMessage()));
        } catch (NoSuchElementException missing) {
            return problem(404, String.valueOf(missing.getMessage()));
        } catch (IllegalStateException notNow) {
            return problem(409, String.valueOf(notNow.getMessage()));
        }
    }

    private static Reply problem(int status, String detail) {
        return Reply.json(status, Map.of("status", status, "detail", detail));
    }
}
