package kr.dochak.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Options of the form {@code --name value}; one without a value is {@code true}. */
public record Options(Map<String, String> values) {

    /** Throws an {@link IllegalArgumentException} at the first word that is no option. */
    public static Options of(String... arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            if (!arguments[i].startsWith("--")) {
                throw new IllegalArgumentException("Not an option: " + arguments[i]);
            }
            String name = arguments[i].substring(2);
            boolean hasValue = i + 1 < arguments.length && !arguments[i + 1].startsWith("--");
            values.put(name, hasValue ? arguments[++i] : "true");
        }
        return new Options(Map.copyOf(values));
    }

    /** The same, with a value for an option that was not given. */
    public Options otherwise(String name, String value) {
        Map<String, String> all = new HashMap<>(values);
        all.putIfAbsent(name, value);
        return new Options(Map.copyOf(all));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** Throws an {@link IllegalArgumentException} that says what is missing. */
    public String required(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return value;
    }

    public int number(String name, int otherwise) {
        return has(name) ? Integer.parseInt(required(name)) : otherwise;
    }

    public Duration duration(String name, Duration otherwise) {
        return has(name) ? Duration.parse(required(name)) : otherwise;
    }

    public Path path(String name, String otherwise) {
        return Path.of(text(name, otherwise)).toAbsolutePath().normalize();
    }
}
