package kr.dochak.tracking;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import kr.dochak.shared.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * One scan as a carrier reports it.
 *
 * @param callerTenant the mall that sent it, which must own the shipment; 0 for a carrier's own key
 * @param occurredAt when the carrier says it happened, to the second
 * @param eventId the carrier's own id of the event where it is stable, else null
 */
public record Scan(
        long callerTenant,
        CarrierId carrier,
        TrackingNumber trackingNumber,
        ShipmentStatus status,
        @Nullable ScanReason reason,
        Instant occurredAt,
        String place,
        String text,
        @Nullable String eventId) {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /**
     * Distinguishes this scan from every other scan of the same shipment: the carrier's event id, or the scan's contents.
     */
    public long hash() {
        long hash = FNV_OFFSET;
        if (eventId != null) {
            return mix(hash, eventId);
        }
        hash = mix(hash, status.name());
        hash = mix(hash, reason == null ? "" : reason.name());
        hash = (hash ^ occurredAt.getEpochSecond()) * FNV_PRIME;
        return mix(hash, place);
    }

    private static long mix(long hash, String text) {
        long mixed = hash;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            mixed = (mixed ^ (b & 0xff)) * FNV_PRIME;
        }
        mixed ^= mixed >>> 32;
        return mixed * FNV_PRIME;
    }
}
