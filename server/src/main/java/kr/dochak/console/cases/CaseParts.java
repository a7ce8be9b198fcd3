package kr.dochak.console.cases;

import java.time.Instant;
import java.util.List;
import kr.dochak.console.Bands;
import kr.dochak.console.LastScan;
import kr.dochak.promise.Promises;
import kr.dochak.shared.OrderId;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import org.springframework.stereotype.Component;

/** Gathers the parts of the order a case is about: each promise with its band and the last scan of its parcel. */
@Component
class CaseParts {

    private final Promises promises;
    private final Tracking tracking;

    CaseParts(Promises promises, Tracking tracking) {
        this.promises = promises;
        this.tracking = tracking;
    }

    List<CaseView.Part> of(OrderId orderId, Instant now) {
        List<ShipmentView> shipments = tracking.ofOrders(List.of(orderId)).getOrDefault(orderId, List.of());
        return promises.ofOrders(List.of(orderId)).getOrDefault(orderId, List.of()).stream()
                .map(view -> new CaseView.Part(view, Bands.small(view, now), LastScan.of(view, shipments)))
                .toList();
    }
}
