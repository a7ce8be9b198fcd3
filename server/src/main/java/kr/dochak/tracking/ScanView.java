package kr.dochak.tracking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scan as pages show it, newest first in lists.
 *
 * @param disbelieved a delivery that staff found to be none (TRK-8)
 */
public record ScanView(
        Instant occurredAt,
        Instant receivedAt,
        ShipmentStatus status,
        @Nullable ScanReason reason,
        String place,
        String text,
        boolean disbelieved) {}
