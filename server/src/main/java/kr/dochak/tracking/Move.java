package kr.dochak.tracking;

import java.time.Instant;
import kr.dochak.shared.MallId;
import kr.dochak.shared.ShipmentId;
import org.jspecify.annotations.Nullable;

/**
 * One change of a shipment's status or reason, as the fold decided it. Moves are numbered without gaps that matter: a reader
 * records the last {@code id} it has dealt with, in its own transaction.
 *
 * @param occurredAt when the carrier says it happened
 * @param recordedAt when we committed it
 */
public record Move(
        long id,
        ShipmentId shipmentId,
        MallId tenantId,
        ShipmentStatus from,
        ShipmentStatus to,
        @Nullable ScanReason reason,
        String place,
        Instant occurredAt,
        Instant recordedAt) {}
