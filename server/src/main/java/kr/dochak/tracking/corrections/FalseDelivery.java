package kr.dochak.tracking.corrections;

import java.time.Instant;
import kr.dochak.shared.ShipmentId;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that its carrier reported and that was none (TRK-8).
 *
 * @param deliveredAt when it was said to have been delivered
 * @param reason what the member of staff found out
 * @param undoneAt when somebody took the correction back: the delivery counts again
 */
public record FalseDelivery(
        long id,
        ShipmentId shipmentId,
        Instant deliveredAt,
        String place,
        String reason,
        long foundBy,
        Instant foundAt,
        @Nullable Long undoneBy,
        @Nullable Instant undoneAt) {

    public boolean stands() {
        return undoneAt == null;
    }
}
