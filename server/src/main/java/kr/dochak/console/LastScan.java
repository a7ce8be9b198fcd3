package kr.dochak.console;

import java.time.Instant;
import java.util.List;
import kr.dochak.promise.PromiseView;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.ShipmentView;
import org.jspecify.annotations.Nullable;

/** When and where a promise's parcel was scanned last; the place is empty where the carrier names none. */
public record LastScan(Instant at, String place) {

    /** Null while nobody has scanned it. */
    public static @Nullable LastScan of(PromiseView promise, List<ShipmentView> shipments) {
        return shipments.stream()
                .filter(shipment -> shipment.shipmentId().equals(promise.shipmentId()))
                .map(ShipmentView::state)
                .filter(state -> state.status() != ShipmentStatus.PENDING)
                .findFirst()
                .map(state -> new LastScan(state.lastScanAt(), state.place()))
                .orElse(null);
    }
}
