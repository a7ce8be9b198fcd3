package kr.dochak.tracking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A scan as pages show it, newest first in lists. */
public record ScanView(
        Instant occurredAt,
        Instant receivedAt,
        ShipmentStatus status,
        @Nullable ScanReason reason,
        String place,
        String text) {}
