package kr.dochak.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order in one line, without personal data. */
public record OrderSummary(
        long orderId,
        long tenantId,
        String orderNo,
        long personId,
        long recipientId,
        String title,
        long totalWon,
        int lineCount,
        Instant orderedAt,
        Instant confirmedAt,
        String originArea,
        String destinationArea,
        @Nullable String carrier,
        DeliveryRequest request,
        @Nullable Instant pickingAt,
        @Nullable Instant packedAt,
        @Nullable Instant cancelledAt,
        int revision) {}
