package kr.dochak.simulator.people;

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
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Somebody's browser: it keeps cookies, follows redirects and fills in the forms it finds. */
public final class Browser implements AutoCloseable {

    private final String base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    public Browser(String base) {
        this.base = base.replaceAll("/+$", "");
    }

    /** What came back, and from where after all redirects; status 0 when nobody answered. */
    public record Page(int status, String path, String text) {

        public boolean isOk() {
            return status >= 200 && status < 400;
        }
    }

    public Page open(String path) {
        return send(request(path).GET().build());
    }

    /** Sends a form of a page as its button would. */
    public Page send(Page page, Form form, Map<String, String> fields) {
        Map<String, String> all = new java.util.LinkedHashMap<>(form.hidden());
        all.putAll(fields);
        String body = all.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(form.actionOr(page.path()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** The form that goes to that address, if the page has it and it is filled in. */
    public Optional<Page> fill(Page page, String action, Map<String, String> fields) {
        return Form.to(page.text(), action).map(form -> send(page, form, fields));
    }

    /** The same, with what stands in its other fields. */
    public Optional<Page> change(Page page, String action, UnaryOperator<Map<String, String>> change) {
        return Form.whole(page.text(), action).map(form -> send(page, form, change.apply(form.hidden())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base).resolve(path))
                .timeout(Duration.ofSeconds(10))
                .header("Accept-Language", "ko");
    }

    private Page send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return new Page(answer.statusCode(), answer.uri().getPath(), answer.body());
        } catch (IOException away) {
            return new Page(0, "", "");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Page(0, "", "");
        }
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
