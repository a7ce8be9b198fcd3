package kr.dochak.time;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** What was looked up and is believed for a while, by the clock it is given. */
public final class TimedCache {

    private TimedCache() {}

    public static <K, V> Cache<K, V> lasting(Duration believed, InstantSource clock) {
        return Caffeine.newBuilder()
                .expireAfterWrite(believed)
                .ticker(() -> nanos(clock.instant()))
                .build();
    }

    private static long nanos(Instant at) {
        return TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
    }
}
