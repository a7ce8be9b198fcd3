package kr.dochak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What a container asks of the server beside it: ends with 0 when it takes requests, else with 1. It needs the JDK alone. */
public final class HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private HealthCheck() {}

    public static void main(String[] args) {
        String port = System.getenv().getOrDefault("MANAGEMENT_SERVER_PORT", "8081");
        System.exit(isReady(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")) ? 0 : 1);
    }

    static boolean isReady(URI readiness) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return client.send(
                                    HttpRequest.newBuilder(readiness)
                                            .timeout(PATIENCE)
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == OK;
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
