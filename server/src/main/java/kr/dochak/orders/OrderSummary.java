package kr.dochak.orders;

import java.time.Instant;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** An order in one line, without personal data. */
public record OrderSummary(
        OrderId orderId,
        MallId tenantId,
        String orderNo,
        PersonId personId,
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
