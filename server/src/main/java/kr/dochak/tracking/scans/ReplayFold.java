package kr.dochak.tracking.scans;

import java.time.Instant;
import java.util.Collection;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentStatus;
import org.jspecify.annotations.Nullable;

/** What a shipment would be if exactly these scans were known: for looking back, never on the hot path. */
public final class ReplayFold {

    private static final MallId NO_MALL = new MallId(0);
    private static final CarrierId NO_CARRIER = new CarrierId("");

    private ReplayFold() {}

    /** Where a shipment is by its scans. */
    public record Stand(
            ShipmentStatus status,
            Instant statusAt,
            long statusHash,
            @Nullable ScanReason reason,
            String place,
            @Nullable Instant deliveredAt) {}

    public static ShipmentStatus statusOf(Instant registeredAt, Collection<Scan> scans) {
        return fold(registeredAt, null, scans).status();
    }

    /** Where it is when deliveries up to a moment are not believed; all are where there is no such moment. */
    public static Stand stand(Instant registeredAt, @Nullable Instant notDeliveredUntil, Collection<Scan> scans) {
        Folded state = fold(registeredAt, notDeliveredUntil, scans);
        return new Stand(
                state.status(),
                state.statusAt(),
                state.statusHash(),
                state.reason(),
                state.place(),
                state.deliveredAt());
    }

    private static Folded fold(Instant registeredAt, @Nullable Instant notDeliveredUntil, Collection<Scan> scans) {
        Folded state = Folded.fresh(0, NO_MALL, NO_CARRIER, registeredAt).notDelivered(notDeliveredUntil);
        for (Scan scan : scans) {
            state = switch (ShipmentFold.fold(state, scan)) {
                case ShipmentFold.Result.Duplicate seen -> state;
                case ShipmentFold.Result.Noted noted -> noted.state();
                case ShipmentFold.Result.Moved moved -> moved.state();
            };
        }
        return state;
    }
}
