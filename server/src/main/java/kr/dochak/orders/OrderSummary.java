package kr.dochak.orders;

import java.time.Instant;
import kr.dochak.shared.CarrierId;
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
        @Nullable CarrierId carrier,
        DeliveryRequest request,
        @Nullable Instant pickingAt,
        @Nullable Instant packedAt,
        @Nullable Instant cancelledAt,
        int revision,
        OrderStatus status) {

    OrderSummary withNote(String words) {
        return new OrderSummary(
                orderId,
                tenantId,
                orderNo,
                personId,
                recipientId,
                title,
                totalWon,
                lineCount,
                orderedAt,
                confirmedAt,
                originArea,
                destinationArea,
                carrier,
                new DeliveryRequest(request.place(), words, request.day()),
                pickingAt,
                packedAt,
                cancelledAt,
                revision,
                status);
    }

    /** Whether anything may be promised, sent or paid for it. */
    public boolean stands() {
        return status.stands();
    }
}
