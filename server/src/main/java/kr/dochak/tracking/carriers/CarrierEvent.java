package kr.dochak.tracking.carriers;

import java.time.Instant;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;

/**
 * One event of a carrier in our words. It carries no id of its source: the same event by two routes is the same scan.
 *
 * @param text what the carrier wrote, without persons
 */
public record CarrierEvent(
        ShipmentStatus status, @Nullable ScanReason reason, Instant occurredAt, String place, String text) {

    /** The scan of this event, as if its carrier had sent it: it may be about any mall's parcels. */
    public Scan scan(CarrierId carrier, TrackingNumber trackingNumber) {
        return new Scan(0, carrier, trackingNumber, status, reason, occurredAt, place, text, null);
    }
}
