package kr.dochak.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kr.dochak.shared.ShipmentId;

/**
 * Another module's share of a batch of scans: called once for each batch, inside its transaction, so that what it writes
 * is committed with the scans or not at all. It must be quick and must not publish one fact for each scan.
 */
public interface ScanParticipant {

    /**
     * Takes note of the shipments that this batch touched, each with its state after the batch. A participant may
     * answer until when scans that change neither status nor reason mean nothing to it, and does not get those; where
     * it changes its mind before, it calls {@link Tracking#tellNext}.
     *
     * @return by shipment the moment until which it need not be told; whoever is not named is told every time
     */
    Map<ShipmentId, Instant> take(List<ShipmentState> touched);
}
