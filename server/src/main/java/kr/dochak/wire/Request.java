package kr.dochak.wire;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to another system.
 *
 * @param body sent in UTF-8, or null when there is none
 */
public record Request(
        String method,
        URI url,
        Map<String, String> headers,
        @Nullable String body) {

    public Request {
        headers = Map.copyOf(headers);
    }

    public static Request get(URI url) {
        return new Request("GET", url, Map.of(), null);
    }

    public static Request post(URI url, String contentType, String body) {
        return new Request("POST", url, Map.of("Content-Type", contentType), body);
    }

    /** The same with one more header. */
    public Request with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Request(method, url, more, body);
    }

    public boolean isGet() {
        return method.equals("GET");
    }

    @Override
    public String toString() {
        return "Request[" + method + " " + url.getHost() + "]"; // addresses and headers may carry keys
    }
}
