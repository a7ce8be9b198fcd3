package kr.dochak.tracking.carriers.health;

import java.time.Instant;
import kr.dochak.shared.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * A body as it came to us, without persons (TRK-2).
 *
 * @param number of two tables, so that no two are alike
 * @param source the route that was asked, or null when it was pushed to our own address
 * @param carrier whose parcel it is about, or who signed it; null where each event names its carrier
 * @param pushed whether it came by itself
 * @param status of an answer, by HTTP; 0 of what was pushed
 */
public record RawBody(
        long number,
        Instant at,
        @Nullable String source,
        @Nullable CarrierId carrier,
        boolean pushed,
        int status,
        String body) {}
