package kr.dochak.benchmarks.replay;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the server acknowledged, each thing once however often it was sent: kept between runs.
 *
 * @param chunks how many stretches of time the server has acknowledged completely
 * @param outcomes what the server answered, by word, over all runs
 * @param refused what it refused, and why; a few examples of each kind
 */
record Tally(
        int chunks,
        long orders,
        long shipments,
        long scans,
        long cancellations,
        Map<String, Long> outcomes,
        List<String> refused) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, Map.of(), List.of());
    private static final int EXAMPLES = 50;

    Tally plus(Tally other) {
        Map<String, Long> sum = new TreeMap<>(outcomes);
        other.outcomes.forEach((word, count) -> sum.merge(word, count, Long::sum));
        List<String> examples = java.util.stream.Stream.concat(refused.stream(), other.refused.stream())
                .limit(EXAMPLES)
                .toList();
        return new Tally(
                chunks + other.chunks,
                orders + other.orders,
                shipments + other.shipments,
                scans + other.scans,
                cancellations + other.cancellations,
                sum,
                examples);
    }
}
