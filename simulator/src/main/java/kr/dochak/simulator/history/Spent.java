package kr.dochak.simulator.history;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the wall time of a history went into, for whoever wants it quicker. */
final class Spent {

    private final Map<String, Long> nanos = new LinkedHashMap<>();

    void of(String part, Runnable work) {
        long begun = System.nanoTime();
        work.run();
        nanos.merge(part, System.nanoTime() - begun, Long::sum);
    }

    @Override
    public String toString() {
        StringBuilder words = new StringBuilder();
        nanos.forEach((part, spent) ->
                words.append(words.isEmpty() ? "" : ", ").append("%s %.1f s".formatted(part, spent / 1e9)));
        return words.toString();
    }
}
