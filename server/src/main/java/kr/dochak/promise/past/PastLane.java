package kr.dochak.promise.past;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.dochak.shared.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * What deliveries of a carrier to an area show together.
 *
 * @param usual how long half of them took at most
 * @param error how far on average the later fifth was from what the earlier ones show; null where they are too few
 */
public record PastLane(
        CarrierId carrier,
        String destination,
        int deliveries,
        Duration usual,
        @Nullable Duration error) {

    private static final int FEWEST = 10;

    private record Key(CarrierId carrier, String destination) {}

    /** The lanes with most deliveries first. */
    public static List<PastLane> of(List<PastDelivery> deliveries) {
        Map<Key, List<PastDelivery>> groups = deliveries.stream()
                .collect(Collectors.groupingBy(
                        each -> new Key(each.carrier(), each.destination()), LinkedHashMap::new, Collectors.toList()));
        List<PastLane> lanes = new ArrayList<>();
        groups.forEach((key, group) -> lanes.add(lane(key, group)));
        lanes.sort(Comparator.comparingInt(PastLane::deliveries)
                .reversed()
                .thenComparing(PastLane::carrier)
                .thenComparing(PastLane::destination));
        return lanes;
    }

    private static PastLane lane(Key key, List<PastDelivery> group) {
        List<Duration> took = group.stream()
                .sorted(Comparator.comparing(PastDelivery::deliveredAt))
                .map(each -> Duration.between(each.begun(), each.deliveredAt()))
                .toList();
        return new PastLane(key.carrier(), key.destination(), group.size(), median(took), error(took));
    }

    /** Learned from the first four fifths, tried on the last one. */
    private static @Nullable Duration error(List<Duration> took) {
        if (took.size() < FEWEST) {
            return null;
        }
        int learned = took.size() * 4 / 5;
        Duration expected = median(took.subList(0, learned));
        double seconds = took.subList(learned, took.size()).stream()
                .mapToLong(each -> each.minus(expected).abs().toSeconds())
                .average()
                .orElseThrow();
        return Duration.ofSeconds(Math.round(seconds));
    }

    private static Duration median(List<Duration> took) {
        List<Duration> sorted = took.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
