package kr.dochak.promise.past;

import java.time.Instant;
import kr.dochak.shared.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * A delivery of before this product was here.
 *
 * @param handedOverAt when its carrier took it; null where nobody wrote it down
 */
public record PastDelivery(
        CarrierId carrier,
        String origin,
        String destination,
        Instant orderedAt,
        @Nullable Instant handedOverAt,
        Instant deliveredAt) {

    /** From when on its carrier had it, as far as that is known. */
    public Instant begun() {
        return handedOverAt == null ? orderedAt : handedOverAt;
    }
}
