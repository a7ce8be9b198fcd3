package kr.dochak.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.messaging.MessageQuery.Timed;
import kr.dochak.messaging.NoticeTiming.Seconds;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How fast notices went out in the last day (MSG-4), asked for at every change of the board. Slices of five minutes that are
 * long over are remembered, so that only the last minutes are read again; {@link #between} reads everything, also what a
 * vendor took later than that.
 */
@Component
class NoticeTimings {

    private static final Duration DAY = Duration.ofDays(1);
    static final Duration SLICE = Duration.ofMinutes(5);
    /** So long after its end a slice may still change, while vendors answer. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private final MessageQuery query;
    /** By mall, by begin of the slice. */
    private final Map<MallId, ConcurrentSkipListMap<Instant, List<Timed>>> settledOf = new ConcurrentHashMap<>();

    NoticeTimings(MessageQuery query) {
        this.query = query;
    }

    /** Exactly this span; what a vendor took late is in it too. */
    List<NoticeTiming> between(Instant from, Instant to) {
        return query.timings(from, to);
    }

    /** The day before {@code now}, to the five minutes. */
    List<NoticeTiming> lastDay(MallId tenantId, Instant now) {
        ConcurrentSkipListMap<Instant, List<Timed>> settled =
                settledOf.computeIfAbsent(tenantId, unused -> new ConcurrentSkipListMap<>());
        Instant from = begin(now.minus(DAY));
        settled.headMap(from).clear();
        Instant known = known(settled, from);
        Map<Instant, List<Timed>> fresh = query.timed(tenantId, known, now.plusSeconds(1), SLICE).stream()
                .collect(Collectors.groupingBy(Timed::slice));
        remember(settled, known, fresh, now);
        List<Timed> all = new ArrayList<>();
        settled.headMap(known).values().forEach(all::addAll);
        fresh.values().forEach(all::addAll);
        return timings(all);
    }

    /** Up to here every slice from the first on is remembered. */
    private static Instant known(ConcurrentSkipListMap<Instant, List<Timed>> settled, Instant from) {
        Instant known = from;
        while (settled.containsKey(known)) {
            known = known.plus(SLICE);
        }
        return known;
    }

    private static void remember(
            ConcurrentSkipListMap<Instant, List<Timed>> settled,
            Instant from,
            Map<Instant, List<Timed>> fresh,
            Instant now) {
        for (Instant slice = from; !slice.plus(SLICE).plus(SETTLED).isAfter(now); slice = slice.plus(SLICE)) {
            settled.put(slice, fresh.getOrDefault(slice, List.of()));
        }
    }

    private static Instant begin(Instant moment) {
        long seconds = SLICE.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
    }

    static List<NoticeTiming> timings(List<Timed> all) {
        Map<NoticeKind, List<Timed>> kinds = all.stream()
                .collect(
                        Collectors.groupingBy(Timed::kind, () -> new EnumMap<>(NoticeKind.class), Collectors.toList()));
        return kinds.entrySet().stream()
                .map(kind -> new NoticeTiming(
                        kind.getKey(),
                        kind.getValue().stream().mapToLong(Timed::notices).sum(),
                        seconds(kind.getValue(), Timed::inboxTenths),
                        seconds(kind.getValue(), Timed::vendorTenths)))
                .toList();
    }

    private static Seconds seconds(List<Timed> timed, Function<Timed, @Nullable Integer> tenths) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (Timed each : timed) {
            Integer value = tenths.apply(each);
            if (value != null) {
                counts.merge(value, each.notices(), Long::sum);
            }
        }
        return counts.isEmpty()
                ? new Seconds(0, 0, 0)
                : new Seconds(at(counts, 0.5), at(counts, 0.95), counts.lastKey() / 10.0);
    }

    private static double at(TreeMap<Integer, Long> counts, double share) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long reached = 0;
        for (Map.Entry<Integer, Long> each : counts.entrySet()) {
            reached += each.getValue();
            if (reached >= share * all) {
                return each.getKey() / 10.0;
            }
        }
        return counts.lastKey() / 10.0;
    }
}
