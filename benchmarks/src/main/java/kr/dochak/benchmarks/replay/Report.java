package kr.dochak.benchmarks.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.dochak.benchmarks.Check;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The report of a replay: the same content for people and as JSON. */
record Report(
        Map<String, Object> run,
        Map<Oddity, Integer> oddities,
        Tally tally,
        Map<String, List<Map<String, @Nullable Object>>> figures,
        List<Check> checks) {

    boolean isGood() {
        return checks.stream().allMatch(Check::holds);
    }

    void print(PrintStream out) {
        out.println();
        run.forEach((name, value) -> out.printf("  %-34s %s%n", name, value));
        out.println("\nOdd in the files");
        oddities.forEach((odd, count) -> out.printf("  %,7d  %s%n", count, odd.meaning()));
        out.println("\nAnswered by the server");
        tally.outcomes().forEach((word, count) -> out.printf("  %,9d  %s%n", count, word));
        tally.refused().forEach(each -> out.println("  refused: " + each));
        figures.forEach((name, rows) -> {
            out.println("\n" + Character.toUpperCase(name.charAt(0)) + name.substring(1));
            rows.forEach(row -> out.println("  " + line(row)));
        });
        out.println("\nChecks");
        checks.forEach(check -> out.println("  " + check));
    }

    private static String line(Map<String, @Nullable Object> row) {
        return row.entrySet().stream()
                .map(e -> e.getKey() + " " + shown(e.getValue()))
                .collect(Collectors.joining("  "));
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "all" : value instanceof Number n ? "%,d".formatted(n.longValue()) : value.toString();
    }

    void write(Path file) throws IOException {
        Map<String, Object> oddly = new LinkedHashMap<>();
        oddities.forEach((odd, count) -> oddly.put(odd.name(), Map.of("count", count, "meaning", odd.meaning())));
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("run", run);
        content.put("oddities", oddly);
        content.put("acknowledged", tally);
        content.put("figures", figures);
        content.put("checks", checks);
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(file, json.writeValueAsString(content));
    }
}
