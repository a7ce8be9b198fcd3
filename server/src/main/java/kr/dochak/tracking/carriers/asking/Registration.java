package kr.dochak.tracking.carriers.asking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.carriers.RawAnswer;
import kr.dochak.tracking.carriers.Source;
import kr.dochak.tracking.carriers.asking.WatchRepository.Row;
import kr.dochak.wire.Request;

/** How one aggregator is asked to call us back about a parcel. */
interface Registration {

    /** What it answered. */
    sealed interface Reply {

        record Registered() implements Reply {}

        /** Not now: it is asked again in a while. */
        record Later(String what) implements Reply {}

        /** Never for this parcel: asking again would be answered the same. */
        record Never(String what) implements Reply {}
    }

    Source source();

    /** How long it calls us when asked once. */
    Duration lasts();

    Request question(Route route, Row parcel, Instant until);

    Reply read(RawAnswer answer);

    /** Takes parcels whose call-back ends before a moment or was never asked for, and holds them until another. */
    List<Row> claim(Instant endingBefore, Instant heldUntil, int most);

    void until(ShipmentId shipmentId, Instant until);

    /** Carriers whose parcels this aggregator knows. */
    default List<CarrierId> carriers() {
        return Carrier.known().stream()
                .map(Carrier::carrierId)
                .filter(source()::speaksOf)
                .toList();
    }
}
