package kr.dochak.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimedCacheTests {

    @Test
    void what_was_looked_up_is_believed_as_long_as_the_clock_it_was_given_says() {
        WorldClock clock = WorldClock.driven(Instant.parse("2026-11-23T00:00:00.5Z"));
        Cache<String, Integer> cache = TimedCache.lasting(Duration.ofSeconds(5), clock);
        cache.put("a", 1);
        clock.advanceTo(Instant.parse("2026-11-23T00:00:05.4Z"));
        assertThat(cache.getIfPresent("a")).isEqualTo(1);
        clock.advanceTo(Instant.parse("2026-11-23T00:00:05.5Z"));
        assertThat(cache.getIfPresent("a")).isNull();
    }
}
