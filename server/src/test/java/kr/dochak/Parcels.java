package kr.dochak;

import java.util.List;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.RegisterAnswer;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.Tracking;

/** Parcels of a story, whose numbers nobody else has. */
public final class Parcels {

    private Parcels() {}

    /** Registers them and answers their ids, in the order given. */
    public static List<ShipmentId> registered(Tracking tracking, List<RegisterShipment> wanted) {
        return tracking.register(wanted).stream()
                .map(answer -> ((RegisterAnswer.Registered) answer).shipmentId())
                .toList();
    }
}
