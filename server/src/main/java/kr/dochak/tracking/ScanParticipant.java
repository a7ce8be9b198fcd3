package kr.dochak.tracking;

import java.util.List;

/**
 * Another module's share of a batch of scans: called once for each batch, inside its transaction, so that what it writes
 * is committed with the scans or not at all. It must be quick and must not publish one fact for each scan.
 */
public interface ScanParticipant {

    /** Takes note of the shipments that this batch touched, each with its state after the batch. */
    void take(List<ShipmentState> touched);
}
