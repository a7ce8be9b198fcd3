package kr.dochak.tracking.scans;

import java.time.Instant;
import java.util.Collection;
import kr.dochak.shared.MallId;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ShipmentStatus;

/** What a shipment would be if exactly these scans were known: for looking back, never on the hot path. */
public final class ReplayFold {

    private static final MallId NO_MALL = new MallId(0);

    private ReplayFold() {}

    public static ShipmentStatus statusOf(Instant registeredAt, Collection<Scan> scans) {
        Folded state = Folded.fresh(0, NO_MALL, "", registeredAt);
        for (Scan scan : scans) {
            state = switch (ShipmentFold.fold(state, scan)) {
                case ShipmentFold.Result.Duplicate seen -> state;
                case ShipmentFold.Result.Noted noted -> noted.state();
                case ShipmentFold.Result.Moved moved -> moved.state();
            };
        }
        return state.status();
    }
}
