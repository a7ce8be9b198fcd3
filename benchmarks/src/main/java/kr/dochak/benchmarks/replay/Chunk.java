package kr.dochak.benchmarks.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What is told to the server at once: a stretch of time short enough that the last of it is hardly late.
 *
 * <p>The server's clock goes to the end of the stretch first and then hears of all of it, since it refuses what has not
 * happened yet. So what a parcel did is known up to one stretch late. No stretch reaches across the end of a promise:
 * a parcel delivered just in time is never taken for an overdue one.
 */
record Chunk(Instant end, List<Happening> happenings) {

    static List<Chunk> of(List<Happening> all, Duration longest, int most) {
        NavigableSet<Instant> promiseEnds = new TreeSet<>();
        all.forEach(each -> promiseEnds.add(each.order().promisedTo()));
        List<Chunk> chunks = new ArrayList<>();
        List<Happening> open = new ArrayList<>();
        Instant until = Instant.MIN;
        for (Happening each : all) {
            if (!open.isEmpty() && (each.at().isAfter(until) || open.size() >= most)) {
                chunks.add(new Chunk(open.getLast().at(), List.copyOf(open)));
                open.clear();
            }
            if (open.isEmpty()) {
                until = until(each.at(), longest, promiseEnds);
            }
            open.add(each);
        }
        if (!open.isEmpty()) {
            chunks.add(new Chunk(open.getLast().at(), List.copyOf(open)));
        }
        return chunks;
    }

    private static Instant until(Instant begin, Duration longest, NavigableSet<Instant> promiseEnds) {
        Instant end = begin.plus(longest);
        Instant promiseEnd = promiseEnds.ceiling(begin);
        return promiseEnd != null && promiseEnd.isBefore(end) ? promiseEnd : end;
    }

    List<PastOrder> of(Happening.Kind kind) {
        return happenings.stream()
                .filter(each -> each.kind() == kind)
                .map(Happening::order)
                .toList();
    }
}
