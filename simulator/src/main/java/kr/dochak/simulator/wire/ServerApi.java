package kr.dochak.simulator.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;

/** Requests to the server; an unreachable server answers with status 0. */
public final class ServerApi {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final String base;

    public ServerApi(String base) {
        this.base = base.replaceAll("/+$", "");
    }

    /** What came back. */
    public record Answer(int status, String body, int retryAfterSeconds) {
        static final Answer NONE = new Answer(0, "", 0);

        public boolean isOk() {
            return status >= 200 && status < 300;
        }
    }

    public Answer get(String path, String key) {
        return send(request(path, key).GET());
    }

    public Answer post(String path, String key, Object body) {
        return send(request(path, key).POST(BodyPublishers.ofString(Json.write(body))));
    }

    Answer post(String path, String key, Object body, Duration patience) {
        return send(request(path, key).timeout(patience).POST(BodyPublishers.ofString(Json.write(body))));
    }

    /** A file as a form would send it. */
    public Answer postFile(String path, String key, String name, String text) {
        String edge = "----dochak" + Integer.toHexString(text.hashCode());
        String body = "--" + edge + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + text + "\r\n--" + edge + "--\r\n";
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.ofString(body)));
    }

    public Answer put(String path, String key, Object body) {
        return send(request(path, key).PUT(BodyPublishers.ofString(Json.write(body))));
    }

    /** Webhooks carry their own header instead of a bearer key. */
    private HttpRequest.Builder request(String path, String key) {
        String header = path.startsWith("/hooks/nhn") ? "X-Toast-Webhook-Signature" : "Authorization";
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json;charset=UTF-8")
                .header(header, header.equals("Authorization") ? "Bearer " + key : key);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), retryAfter(response));
        } catch (IOException unreachable) {
            return Answer.NONE;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Answer.NONE;
        }
    }

    private static int retryAfter(HttpResponse<String> response) {
        String seconds = response.headers().firstValue("Retry-After").orElse("");
        return seconds.matches("\\d{1,3}") ? Integer.parseInt(seconds) : 0;
    }
}
