package kr.dochak.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kr.dochak.Http;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Whatever a spreadsheet can write ends in whole orders or in errors that name what is wrong. */
@ProductTest
class AnyFileTests {

    private static final int FILES = Integer.getInteger("dochak.files", 150);
    private static final long FIRST_SEED = Long.getLong("dochak.files.seed", 20_261_130);

    @Autowired
    private Environment environment;

    @Test
    void ORD_1_any_file_ends_in_whole_orders_or_named_errors() {
        Http mall = new Http(environment, TestKeys.RAINBOW);
        Map<String, Integer> outcomes = new LinkedHashMap<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + FILES; seed++) {
            String prefix = "A" + UUID.randomUUID().toString().substring(0, 10) + "-";
            AnyFile file = new AnyFile(seed, prefix);
            Http.Answer answer = mall.upload("cafe24-orders-ko", file.name, file.bytes);
            if (answer.status() == 422) {
                assertThat(answer.body().path("errors").path(0).path("code").asString(""))
                        .as("seed %d %s", seed, answer.text())
                        .isIn("heading-twice", "columns", "no-rows");
                file.orders.forEach(order -> assertThat(
                                mall.get("/api/v1/orders/" + order.orderNo()).status())
                        .isEqualTo(404));
                outcomes.merge("unfit", 1, Integer::sum);
            } else {
                assertThat(answer.status())
                        .as("seed %d %s", seed, answer.text())
                        .isEqualTo(200);
                check(mall, file, answer.body(), seed, outcomes);
            }
        }
        assertThat(outcomes).containsKeys("whole", "named", "left out", "unfit");
        assertThat(outcomes.get("whole")).as(outcomes.toString()).isGreaterThan(FILES);
    }

    private static void check(Http mall, AnyFile file, JsonNode run, long seed, Map<String, Integer> outcomes) {
        JsonNode errors = mall.get("/api/v1/imports/" + run.path("importId").asLong() + "/errors?limit=500")
                .body()
                .path("items");
        Set<String> named = new TreeSet<>();
        errors.forEach(error -> {
            assertThat(error.path("detail").asString("")).isNotBlank();
            assertThat(error.path("line").asLong()).isPositive();
            named.add(error.path("orderNo").asString(""));
        });
        int out = run.path("cancelled").asInt()
                + run.path("waiting").asInt()
                + run.path("over").asInt();
        for (AnyFile.Truth truth : file.orders) {
            Http.Answer answer = mall.get("/api/v1/orders/" + truth.orderNo());
            if (answer.status() == 404) {
                boolean said = named.contains(truth.orderNo()) || named.contains("") || out > 0;
                assertThat(said)
                        .as("seed %d: %s is gone without a word, %s", seed, truth, run)
                        .isTrue();
                outcomes.merge(named.contains(truth.orderNo()) ? "named" : "left out", 1, Integer::sum);
                continue;
            }
            assertWhole(truth, answer.body(), named, seed);
            outcomes.merge("whole", 1, Integer::sum);
        }
        assertThat(run.path("state").asString("")).as("seed %d", seed).isEqualTo("DONE");
    }

    /** Every line that stands is there with its pieces; fewer only where a row of it was said to be wrong. */
    private static void assertWhole(AnyFile.Truth truth, JsonNode order, Set<String> named, long seed) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        order.path("lines")
                .forEach(line -> lines.merge(
                        line.path("name").asString(""), line.path("quantity").asInt(), Integer::sum));
        assertThat(named).as("seed %d: taken in and refused", seed).doesNotContain(truth.orderNo());
        truth.lines()
                .forEach((name, pieces) -> assertThat(lines.keySet())
                        .as("seed %d: %s of %s", seed, lines, truth)
                        .anyMatch(line ->
                                line.equals(name) || line.equals("달나라") || line.equals(name.replace("\u200B", ""))));
    }
}
