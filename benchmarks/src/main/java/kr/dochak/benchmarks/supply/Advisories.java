package kr.dochak.benchmarks.supply;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks what is known against the parts of the server (OSV). Ends with 0 when nothing is, 1 when something is, and 3 when nobody
 * could be asked: that is said as it is, since not having looked is not the same as having found nothing.
 */
public final class Advisories {

    private static final String OSV = "https://api.osv.dev";
    private static final int MOST_AT_ONCE = 500;
    private static final int NOTHING_KNOWN = 0;
    private static final int SOMETHING_KNOWN = 1;
    private static final int NOBODY_ASKED = 3;

    private Advisories() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String source = arguments.length == 2 && arguments[0].equals("--url") ? arguments[1] : OSV;
        System.exit(check(Part.all(), source));
    }

    static int check(List<Part> parts, String source) throws InterruptedException {
        List<String> found = new ArrayList<>();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
            for (int from = 0; from < parts.size(); from += MOST_AT_ONCE) {
                ask(client, source, parts.subList(from, Math.min(parts.size(), from + MOST_AT_ONCE)), found);
            }
        } catch (IOException | JacksonException e) {
            System.out.println("자문을 줄 곳에 닿지 못했어요. 아무것도 확인하지 않았어요: " + source);
            System.out.println(
                    "No source of advisories was reachable, nothing was checked: " + source + " (" + e + ")");
            return NOBODY_ASKED;
        }
        found.forEach(System.out::println);
        System.out.println(parts.size() + " parts checked against " + source + ": " + found.size() + " advisories");
        return found.isEmpty() ? NOTHING_KNOWN : SOMETHING_KNOWN;
    }

    private static void ask(HttpClient client, String source, List<Part> parts, List<String> found)
            throws IOException, InterruptedException {
        String question = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "queries",
                        parts.stream()
                                .map(part -> Map.of("package", Map.of("purl", withoutQualifiers(part.purl()))))
                                .toList()));
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(source + "/v1/querybatch"))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(question))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        JsonNode results = JsonMapper.shared().readTree(answer.body()).path("results");
        if (answer.statusCode() != 200 || results.size() != parts.size()) {
            throw new IOException("answered " + answer.statusCode() + " for " + parts.size() + " parts");
        }
        for (int i = 0; i < parts.size(); i++) {
            for (JsonNode each : results.get(i).path("vulns")) {
                found.add(parts.get(i).name() + " " + parts.get(i).version() + ": "
                        + each.path("id").asString("?"));
            }
        }
    }

    /** A qualifier such as the type of a file is no part of what advisories name. */
    private static String withoutQualifiers(String purl) {
        return purl.replaceAll("\\?.*", "");
    }
}
