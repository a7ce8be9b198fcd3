package kr.dochak.promise.areas.feeds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source announces of one thing in one of its zones: that it begins or goes on, or that it is over.
 *
 * @param zone the source's own name for the place, under which it tells the end as well
 * @param code the source's own code of the thing, whether a table knows it or not
 * @param sequence the order in which the source said it: grows within a zone and code
 * @param from since when it holds
 * @param until when it ends, if that is said
 */
public record Bulletin(
        String zone,
        String code,
        long sequence,
        boolean over,
        String zoneName,
        AreaKind kind,
        AreaLevel level,
        String province,
        Instant from,
        @Nullable Instant until) {

    /** What one source can have only one warning of at a time. */
    public record Subject(String zone, String code) {}

    public Subject subject() {
        return new Subject(zone, code);
    }
}
