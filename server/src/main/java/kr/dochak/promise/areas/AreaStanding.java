package kr.dochak.promise.areas;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.promise.areas.feeds.AreaKind;
import kr.dochak.promise.areas.feeds.AreaLevel;
import org.jspecify.annotations.Nullable;

/**
 * Warnings of one kind and level that stand in one province now.
 *
 * @param codes the source's own codes, to be shown where no table knows them
 * @param zones how many zones of the province they are for
 * @param zone one of these by name
 * @param knownAt when the first of them became known; {@code from} is since when the first of them holds
 * @param promises open promises of the mall that have the province before them
 * @param extra what is told because of them; null while nothing is
 * @param seen deliveries that were under such warnings, and by how much longer these took on average
 */
public record AreaStanding(
        String province,
        AreaKind kind,
        AreaLevel level,
        String codes,
        int zones,
        String zone,
        Instant knownAt,
        Instant from,
        long promises,
        @Nullable Duration extra,
        @Nullable Observed seen) {

    /** What was learned of a kind and level. */
    public record Observed(int deliveries, Duration average) {}
}
