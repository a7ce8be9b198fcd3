package kr.dochak.promise.causes;

import java.time.Instant;
import kr.dochak.shared.MallId;
import kr.dochak.shared.ShipmentId;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a parcel that is late or will be.
 *
 * @param readyAt when its label was made, or null while it has none
 * @param planned whether its mall's cut-off planned its departure: not of slots and of days that customers asked for
 * @param known the reason by what is known without its scans
 */
public record LateParcel(
        @Nullable ShipmentId shipmentId,
        MallId tenantId,
        String carrier,
        String origin,
        String destination,
        Instant confirmedAt,
        @Nullable Instant readyAt,
        boolean planned,
        Reason known) {}
