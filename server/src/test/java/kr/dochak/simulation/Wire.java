package kr.dochak.simulation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.TestKeys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mall and carriers at the product's API; what is not answered is sent again, as their systems do. */
final class Wire {

    /** An order that does not stand, a parcel that left, a line that was taken out: the mall is told, and nothing happens. */
    private static final Set<String> NOT_HANDED_OVER =
            Set.of("order-cancelled", "order-unpaid", "parcel-left", "unknown", "range");

    private static final int MOST_TRIES = 30;
    private static final int MOST_AT_ONCE = 400;

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final String root;

    Wire(int port) {
        this.root = "http://localhost:" + port + "/api/v1/";
    }

    void orders(List<Map<String, Object>> orders) {
        for (List<Map<String, Object>> some : inBatches(orders)) {
            expect(post("orders/batch", TestKeys.RAINBOW, Map.of("orders", some)), "rejected");
        }
    }

    void shipments(List<Map<String, Object>> shipments) {
        for (List<Map<String, Object>> some : inBatches(shipments)) {
            refusedOnlyFor(NOT_HANDED_OVER, post("shipments/batch", TestKeys.RAINBOW, Map.of("shipments", some)));
        }
    }

    /** Answers how many scans the product says it has taken. */
    int scans(List<Map<String, Object>> scans) {
        int taken = 0;
        for (List<Map<String, Object>> some : inBatches(scans)) {
            JsonNode answer = post("scans", TestKeys.CARRIER, some);
            taken += answer.get("accepted").asInt()
                    + answer.get("duplicates").asInt()
                    + answer.get("parked").asInt();
        }
        return taken;
    }

    void cancel(String orderNo) {
        post("orders/" + orderNo + "/cancellation", TestKeys.RAINBOW, Map.of("reason", "변심"));
    }

    /** Of a cancelled order it is refused. */
    void pay(String orderNo) {
        post("orders/" + orderNo + "/payment", TestKeys.RAINBOW, Map.of(), "order-cancelled");
    }

    /** Of a cancelled order it is refused. */
    void prepare(String orderNo, String step) {
        post("orders/" + orderNo + "/preparation", TestKeys.RAINBOW, Map.of("step", step), "order-cancelled");
    }

    private static void refusedOnlyFor(Set<String> codes, JsonNode answer) {
        for (JsonNode result : answer.get("results")) {
            for (JsonNode error : result.path("errors")) {
                if (!codes.contains(error.path("code").asString(""))) {
                    throw new AssertionError("refused: " + result);
                }
            }
        }
    }

    private static void expect(JsonNode answer, String never) {
        for (JsonNode result : answer.get("results")) {
            if (result.get("outcome").asString().equals(never)) {
                throw new AssertionError("refused: " + result);
            }
        }
    }

    private JsonNode post(String path, String key, Object body) {
        return post(path, key, body, "none");
    }

    private JsonNode post(String path, String key, Object body, String refusal) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        String last = "";
        for (int i = 0; i < MOST_TRIES; i++) {
            HttpResponse<String> answer = send(request);
            if (answer.statusCode() < 300) {
                return json.readTree(answer.body().isEmpty() ? "{}" : answer.body());
            }
            if (answer.statusCode() == 409 && answer.body().contains(refusal)) {
                return json.readTree("{}");
            }
            if (answer.statusCode() < 500) {
                throw new AssertionError(path + " " + answer.statusCode() + " " + answer.body());
            }
            last = answer.statusCode() + " " + answer.body();
        }
        throw new AssertionError(path + " is never taken: " + last);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<List<T>> inBatches(List<T> all) {
        List<List<T>> batches = new java.util.ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            batches.add(all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE)));
        }
        return batches;
    }
}
