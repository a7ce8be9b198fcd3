package kr.dochak.benchmarks.acts;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A member of staff at a browser: pages, forms with their tokens, and a log-in that outlives the server. */
public final class Clerk implements AutoCloseable {

    /** Of everybody in the demo that is killed, and of nothing else. */
    public static final String PASSWORD = "a long password of the benchmark 7";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String url;
    private final String email;
    private final HttpClient client;
    private int logins;

    /** @param name of the demo's people, as it stands in their address */
    public Clerk(String url, String name) {
        this(url, name, new CookieManager());
    }

    /** @param cookies of the same browser at another process */
    public Clerk(String url, String name, CookieManager cookies) {
        this.url = url;
        this.email = name + "@dochak.example";
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .cookieHandler(cookies)
                .build();
    }

    /** Asks for a page as a browser does; a log-in that stands no more is made anew, and counted. */
    public String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        if (isAtLogin(answer)) {
            answer = loggedIn(path);
        }
        for (int again = 0; again < 20 && isBusy(answer); again++) {
            Thread.sleep(500);
            answer = get(path);
        }
        if (answer.statusCode() != 200) {
            throw new IOException(email + " is answered " + answer.statusCode() + " at " + path);
        }
        return answer.body();
    }

    /** A small machine that is busy says so, and wants to be asked later. */
    private static boolean isBusy(HttpResponse<?> answer) {
        return answer.statusCode() == 503 || answer.statusCode() == 429;
    }

    /** What is answered at once, without another try. */
    public int status(String path) throws IOException, InterruptedException {
        return get(path).statusCode();
    }

    /** Lines of a page that changes by itself, as they come. */
    public HttpResponse<Stream<String>> lines(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Accept", "text/event-stream")
                .build();
        return client.send(request, BodyHandlers.ofLines());
    }

    /** Sends a form of this page; answers the status. */
    public int post(String page, String path, Map<String, String> fields) throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", first(TOKEN, page));
        return send(path, all).statusCode();
    }

    /** Sends a form of this page; answers the page that comes back. */
    String send(String page, String path, Map<String, String> fields) throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", first(TOKEN, page));
        return send(path, all).body();
    }

    private static boolean isAtLogin(HttpResponse<?> answer) {
        return answer.statusCode() == 302 && location(answer).contains("/console/login");
    }

    /** One log-in for all threads that use this browser. */
    private synchronized HttpResponse<String> loggedIn(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        if (isAtLogin(answer)) {
            logIn();
            answer = get(path);
        }
        return answer;
    }

    private void logIn() throws IOException, InterruptedException {
        String page = get("/console/login").body();
        HttpResponse<String> answer =
                send("/console/login", Map.of("email", email, "password", PASSWORD, "_csrf", first(TOKEN, page)));
        if (answer.statusCode() != 302 || location(answer).contains("login")) {
            throw new IOException(email + " is not let in: " + answer.statusCode() + " " + location(answer));
        }
        logins++;
    }

    /** How often they logged in. */
    public int logins() {
        return logins;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String path, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE).header("Accept", "text/html");
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /** What a pattern finds first; nothing is an empty text. */
    static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        return found.find() ? found.group(1) : "";
    }

    /** All that a pattern finds. */
    static List<String> all(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(each -> each.group(1)).toList();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
