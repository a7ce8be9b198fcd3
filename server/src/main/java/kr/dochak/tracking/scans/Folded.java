package kr.dochak.tracking.scans;

import java.nio.ByteBuffer;
import java.time.Instant;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentState;
import kr.dochak.tracking.ShipmentStatus;
import org.jspecify.annotations.Nullable;

/**
 * A shipment's row while a batch is folded into it.
 *
 * @param oldest scans before this are of an earlier parcel, since numbers are used again (TRK-1)
 * @param statusHash hash of the scan that gave the status, so that ties are broken the same way in any order
 * @param seen hashes of the newest scans, eight bytes each, at most {@link #MOST_SEEN}
 * @param notDeliveredUntil up to when a carrier's word of a delivery is not believed (TRK-8); null where nobody corrected it
 * @param calmUntil until when a scan that changes neither status nor reason is no news ({@code ScanParticipant}); null when
 *     every scan is
 */
record Folded(
        long id,
        MallId tenantId,
        CarrierId carrier,
        Instant oldest,
        ShipmentStatus status,
        Instant statusAt,
        long statusHash,
        @Nullable ScanReason reason,
        String place,
        Instant lastScanAt,
        @Nullable Instant deliveredAt,
        int scanCount,
        byte[] seen,
        @Nullable Instant notDeliveredUntil,
        @Nullable Instant calmUntil,
        int version) {

    /** Beyond this the row would grow into TOAST; older duplicates then show as repeated rows but change no state. */
    static final int MOST_SEEN = 64;

    /** Registered, and not scanned yet. */
    static Folded fresh(long id, MallId tenantId, CarrierId carrier, Instant registeredAt) {
        return new Folded(
                id,
                tenantId,
                carrier,
                registeredAt,
                ShipmentStatus.PENDING,
                registeredAt,
                0,
                null,
                "",
                registeredAt,
                null,
                0,
                new byte[0],
                null,
                null,
                0);
    }

    /** The same, whose deliveries up to a moment are not believed. */
    Folded notDelivered(@Nullable Instant until) {
        return new Folded(
                id,
                tenantId,
                carrier,
                oldest,
                status,
                statusAt,
                statusHash,
                reason,
                place,
                lastScanAt,
                deliveredAt,
                scanCount,
                seen,
                until,
                calmUntil,
                version);
    }

    boolean isCalm(Instant now) {
        return calmUntil != null && now.isBefore(calmUntil);
    }

    Folded calmUntil(@Nullable Instant until) {
        return new Folded(
                id,
                tenantId,
                carrier,
                oldest,
                status,
                statusAt,
                statusHash,
                reason,
                place,
                lastScanAt,
                deliveredAt,
                scanCount,
                seen,
                notDeliveredUntil,
                until,
                version);
    }

    boolean hasSeen(long hash) {
        ByteBuffer hashes = ByteBuffer.wrap(seen);
        while (hashes.hasRemaining()) {
            if (hashes.getLong() == hash) {
                return true;
            }
        }
        return false;
    }

    byte[] seenWith(long hash) {
        int keep = Math.min(seen.length, (MOST_SEEN - 1) * Long.BYTES);
        return ByteBuffer.allocate(keep + Long.BYTES)
                .put(seen, seen.length - keep, keep)
                .putLong(hash)
                .array();
    }

    ShipmentState state() {
        return new ShipmentState(
                new ShipmentId(id), tenantId, carrier, status, statusAt, reason, place, lastScanAt, deliveredAt);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Folded that && id == that.id && version == that.version && state().equals(that.state());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }

    @Override
    public String toString() {
        return "Folded[" + state() + "]";
    }
}
