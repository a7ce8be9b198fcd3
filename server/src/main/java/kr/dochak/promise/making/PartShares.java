package kr.dochak.promise.making;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kr.dochak.shared.PromiseId;

/**
 * What each part of an order is worth when it travels in several parcels. Pure.
 *
 * <p>A compensation that is a share of the order (BEN-1) is given once for each shipment and rule (BEN-2), so each parcel is
 * worth its own items, with the order's shipping and discounts shared in the same proportion: all parts late together get
 * what the whole order late would have got, and a small part that is late alone is not paid for as if all were.
 */
final class PartShares {

    /**
     * A part of an order.
     *
     * @param pieces how many pieces of which lines it carries; none means whatever no other part names
     * @param standing false when it will not be delivered any more; then it counts only for lines that nobody else carries
     */
    record Part(PromiseId promiseId, Map<Integer, Integer> pieces, boolean standing) {

        /** Lines of one piece each. */
        Part(PromiseId promiseId, Set<Integer> lines, boolean standing) {
            this(promiseId, lines.stream().collect(Collectors.toMap(line -> line, line -> 1)), standing);
        }
    }

    /** A line of the order: what all its pieces cost. */
    record Line(long won, int pieces) {}

    /** As {@link #shareLines}, of lines of one piece each. */
    static Map<PromiseId, Long> share(long totalWon, Map<Integer, Long> lineWon, List<Part> parts) {
        return shareLines(
                totalWon,
                lineWon.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, line -> new Line(line.getValue(), 1))),
                parts);
    }

    /** The won of each part by its promise; they sum to the total. */
    static Map<PromiseId, Long> shareLines(long totalWon, Map<Integer, Line> lines, List<Part> parts) {
        double[] weights = new double[parts.size()];
        new TreeMap<>(lines).forEach((number, line) -> weigh(number, line, parts, weights));
        long[] won = new long[parts.size()];
        for (int i = 0; i < won.length; i++) {
            won[i] = Math.round(weights[i] * 1_000);
        }
        return split(totalWon, won, parts);
    }

    /** Each carrier of a line has its pieces of it; what is in none of them is with the part that waits. */
    private static void weigh(int number, Line line, List<Part> parts, double[] weights) {
        List<Integer> carriers = carriers(parts, part -> part.pieces().containsKey(number));
        int carried = carriers.stream()
                .mapToInt(i -> parts.get(i).pieces().getOrDefault(number, 0))
                .sum();
        List<Integer> waiting = carried >= line.pieces()
                ? List.of()
                : carriers(parts, part -> part.pieces().isEmpty());
        double all = waiting.isEmpty() ? carried : line.pieces();
        for (int i : carriers) {
            weights[i] += line.won() * parts.get(i).pieces().getOrDefault(number, 0) / all;
        }
        for (int i : waiting) {
            weights[i] += line.won() * (line.pieces() - carried) / all / waiting.size();
        }
    }

    /** Those that still travel, or if none does, those that would have. */
    private static List<Integer> carriers(List<Part> parts, Predicate<Part> carries) {
        List<Integer> standing = new ArrayList<>();
        List<Integer> fallen = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (carries.test(parts.get(i))) {
                (parts.get(i).standing() ? standing : fallen).add(i);
            }
        }
        return standing.isEmpty() ? fallen : standing;
    }

    /** To the won: each part gets what the parts up to it are worth, less what those before it got. */
    private static Map<PromiseId, Long> split(long totalWon, long[] weights, List<Part> parts) {
        BigInteger sum = BigInteger.ZERO;
        for (long weight : weights) {
            sum = sum.add(BigInteger.valueOf(weight));
        }
        boolean free = sum.signum() == 0; // a gift: nothing tells the parts apart
        BigInteger whole = free ? BigInteger.valueOf(parts.size()) : sum;
        Map<PromiseId, Long> won = new HashMap<>();
        BigInteger reached = BigInteger.ZERO;
        long given = 0;
        for (int i = 0; i < weights.length; i++) {
            reached = reached.add(BigInteger.valueOf(free ? 1 : weights[i]));
            long upTo =
                    BigInteger.valueOf(totalWon).multiply(reached).divide(whole).longValueExact();
            won.put(parts.get(i).promiseId(), upTo - given);
            given = upTo;
        }
        return won;
    }
}
