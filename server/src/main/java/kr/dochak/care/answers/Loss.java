package kr.dochak.care.answers;

import java.time.Instant;
import kr.dochak.care.record.CaseType;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.ShipmentId;

/**
 * A parcel that the carrier reports as lost or damaged, with the one order this is a problem for (CAR-8).
 *
 * @param type {@code LOST} or {@code DAMAGED}
 * @param itemsText what was in it, in words
 * @param place where it was last; may be empty
 * @param recordedAt when we learned of it
 */
public record Loss(
        MallId tenantId,
        PersonId personId,
        OrderId orderId,
        ShipmentId shipmentId,
        CaseType type,
        String orderNo,
        String itemsText,
        long totalWon,
        String place,
        Instant occurredAt,
        Instant recordedAt) {

    public Loss {
        if (type != CaseType.LOST && type != CaseType.DAMAGED) {
            throw new IllegalArgumentException("not a loss: " + type);
        }
    }
}
