package kr.dochak.tracking.intake;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A scan as the API takes it; {@link ScanRules} finds what is wrong with it. */
record ScanRequest(
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable OffsetDateTime occurredAt,
        @Nullable String status,
        @Nullable String reason,
        @Nullable String place,
        @Nullable String text,
        @Nullable String eventId) {}
