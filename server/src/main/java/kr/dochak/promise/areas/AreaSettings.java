package kr.dochak.promise.areas;

import java.time.Duration;
import kr.dochak.promise.areas.feeds.AreaSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Which public services are asked for warnings; one without a key is not. */
@ConfigurationProperties("dochak.promise.areas")
record AreaSettings(
        @DefaultValue Feed weather,
        @DefaultValue Feed traffic,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration answerTimeout) {

    /**
     * One of them.
     *
     * @param url its address when it is not the usual one: a proxy, or a simulator
     * @param every the world's time between two questions; both services let an ordinary key ask a thousand times a day
     */
    record Feed(
            @DefaultValue("") String url,
            @DefaultValue("") String key,
            @DefaultValue("5m") Duration every) {

        @Override
        public String toString() {
            return "Feed[" + url + ", " + every + "]";
        }
    }

    Feed of(AreaSource source) {
        return switch (source) {
            case KMA -> weather;
            case ITS -> traffic;
        };
    }

    String url(AreaSource source) {
        return of(source).url().isBlank() ? source.usualUrl() : of(source).url();
    }
}
