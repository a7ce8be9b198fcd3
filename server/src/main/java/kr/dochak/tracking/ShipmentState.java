package kr.dochak.tracking;

import java.time.Instant;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.ShipmentId;
import org.jspecify.annotations.Nullable;

/**
 * Where a shipment is, after all scans known so far.
 *
 * @param statusAt when the scan that gave the status happened
 * @param lastScanAt when the newest scan of any kind happened; equals {@code registeredAt} before the first
 * @param deliveredAt when it was delivered, by the carrier's word
 */
public record ShipmentState(
        ShipmentId shipmentId,
        MallId tenantId,
        CarrierId carrier,
        ShipmentStatus status,
        Instant statusAt,
        @Nullable ScanReason reason,
        String place,
        Instant lastScanAt,
        @Nullable Instant deliveredAt) {}
