package kr.dochak.tracking.carriers.asking;

import java.time.Instant;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;

/**
 * A shipment that is asked about, with what we know of it.
 *
 * @param knownAt when we last knew how it stands: an answer, or a scan that came by itself
 * @param misses answers in a row that did not know the number
 * @param failures attempts in a row without any answer
 */
record WatchedShipment(
        ShipmentId shipmentId,
        CarrierId carrier,
        TrackingNumber trackingNumber,
        Instant registeredAt,
        ShipmentStatus status,
        Instant lastScanAt,
        Instant knownAt,
        @Nullable Instant answeredAt,
        int misses,
        int failures,
        long answerHash) {}
