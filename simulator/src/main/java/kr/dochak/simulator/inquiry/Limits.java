package kr.dochak.simulator.inquiry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How many calls a source allows within a second and a minute of the wall; 0 is any number. */
final class Limits {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanos;
    private final Map<String, Allowed> allowed = new HashMap<>();
    private final Map<String, Deque<Long>> calls = new HashMap<>();

    private record Allowed(int perSecond, int perMinute) {}

    Limits(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void set(String source, int perSecond, int perMinute) {
        allowed.put(source, new Allowed(perSecond, perMinute));
    }

    /** Counts a call; false when it is one too many, which is not counted. */
    synchronized boolean admits(String source) {
        Allowed most = allowed.getOrDefault(source, new Allowed(0, 0));
        long now = nanos.getAsLong();
        Deque<Long> recent = calls.computeIfAbsent(source, name -> new ArrayDeque<>());
        while (!recent.isEmpty() && now - recent.peek() >= 60 * SECOND) {
            recent.remove();
        }
        long lastSecond = recent.stream().filter(at -> now - at < SECOND).count();
        if (most.perSecond() > 0 && lastSecond >= most.perSecond()
                || most.perMinute() > 0 && recent.size() >= most.perMinute()) {
            return false;
        }
        if (most.perSecond() > 0 || most.perMinute() > 0) {
            recent.add(now);
        }
        return true;
    }
}
