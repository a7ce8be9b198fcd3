package kr.dochak.identity.oidc;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** A browser that goes step by step. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** What came back; {@code to} is where it leads, or empty. */
    record Answer(int status, String to, String text, HttpResponse<String> whole) {}

    Answer get(String address) {
        return send(HttpRequest.newBuilder(at(address)).header("Accept", "text/html"));
    }

    /** Sends a form of the page at {@code page}. */
    Answer post(String page, String address, String field, String value) {
        var found = TOKEN.matcher(get(page).text());
        String token = found.find() ? found.group(1) : "";
        return send(HttpRequest.newBuilder(at(address))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "_csrf=" + token + "&" + field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
    }

    private static URI at(String address) {
        return URI.create(address.startsWith("/") ? OidcTest.HERE + address : address);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            String to = response.headers().firstValue("Location").orElse("").replace(OidcTest.HERE, "");
            return new Answer(response.statusCode(), to, response.body(), response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Goes to the provider, and stands before our door again with what it gave. */
    String fetch() {
        return get(get("/console/login/oidc").to()).to();
    }

    /** The whole way; where it ends. */
    String comeIn() {
        return get(fetch()).to();
    }

    Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(each -> each.getName().equals(name))
                .findFirst();
    }

    void put(HttpCookie cookie) {
        cookies.getCookieStore().add(URI.create(OidcTest.HERE), cookie);
    }
}
