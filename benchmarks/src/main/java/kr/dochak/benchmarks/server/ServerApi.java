package kr.dochak.benchmarks.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server's public interfaces, with the patience they ask for: 429 and 503 are tried again. */
public final class ServerApi implements AutoCloseable {

    private static final int TRIES = 20;

    private final String url;
    private final String adminKey;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public ServerApi(String url, String adminKey) {
        this.url = url;
        this.adminKey = adminKey;
    }

    /** Posts and answers what came back; throws {@link Refused} when the server does not want it. */
    public JsonNode post(String path, String key, Object body) throws InterruptedException {
        return send("POST", path, key, json.writeValueAsString(body));
    }

    /** What the server's clock shows. */
    public Instant now() throws InterruptedException {
        JsonNode answer = send("GET", "/internal/clock", adminKey, "");
        return OffsetDateTime.parse(answer.path("now").asString()).toInstant();
    }

    /** Moves a driven world, and comes back when all that was due on the way is done. */
    public void advance(Instant to, Duration grain) throws InterruptedException {
        post("/internal/clock", adminKey, Map.of("to", to.toString(), "grain", grain.toString()));
    }

    private JsonNode send(String method, String path, String key, String body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofMinutes(10))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    return json.readTree(answer.body().isEmpty() ? "null" : answer.body());
                }
                if ((answer.statusCode() != 429 && answer.statusCode() != 503) || attempt == TRIES) {
                    throw new Refused(answer.statusCode(), path, answer.body());
                }
            } catch (IOException unreachable) {
                if (attempt == TRIES) {
                    throw new Refused(0, path, String.valueOf(unreachable.getMessage()));
                }
            }
            Thread.sleep(Math.min(2_000, 100L * attempt));
        }
    }

    @Override
    public void close() {
        client.close();
    }

    /** The server did not take it, and asking again would not help. Status 0: it cannot be reached. */
    public static final class Refused extends RuntimeException {

        private final int status;

        Refused(int status, String path, String body) {
            super(path + " → " + status + " " + body);
            this.status = status;
        }

        public int status() {
            return status;
        }
    }
}
