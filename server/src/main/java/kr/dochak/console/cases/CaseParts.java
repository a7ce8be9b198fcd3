package kr.dochak.console.cases;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kr.dochak.care.record.SupportCase;
import kr.dochak.console.Bands;
import kr.dochak.console.LastScan;
import kr.dochak.console.goodwill.GoodwillRow;
import kr.dochak.console.goodwill.GoodwillRows;
import kr.dochak.orders.OrderDetail;
import kr.dochak.orders.Orders;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.OrderId;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import org.springframework.stereotype.Component;

/** Gathers the parts of the order a case is about: each promise with its band and the last scan of its parcel. */
@Component
class CaseParts {

    private final Promises promises;
    private final Tracking tracking;
    private final Orders orders;
    private final GoodwillRows goodwills;

    CaseParts(Promises promises, Tracking tracking, Orders orders, GoodwillRows goodwills) {
        this.promises = promises;
        this.tracking = tracking;
        this.orders = orders;
        this.goodwills = goodwills;
    }

    Optional<OrderDetail> order(OrderId orderId) {
        return orders.detail(orderId);
    }

    /** What staff asked to give for it. */
    List<GoodwillRow> goodwills(OrderId orderId) {
        return goodwills.of(orderId);
    }

    /** Of these cases those whose parcels have all come. */
    Set<CaseId> came(List<SupportCase> queue) {
        Set<CaseId> came = new HashSet<>();
        Map<OrderId, List<PromiseView>> promised = promises.ofOrders(queue.stream()
                .map(SupportCase::orderId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        for (SupportCase one : queue) {
            List<PromiseView> parts =
                    one.orderId() == null ? List.of() : promised.getOrDefault(one.orderId(), List.of());
            if (!parts.isEmpty() && parts.stream().allMatch(part -> part.deliveredAt() != null)) {
                came.add(one.caseId());
            }
        }
        return came;
    }

    List<CaseView.Part> of(OrderId orderId, Instant now) {
        List<ShipmentView> shipments = tracking.ofOrders(List.of(orderId)).getOrDefault(orderId, List.of());
        return promises.ofOrders(List.of(orderId)).getOrDefault(orderId, List.of()).stream()
                .map(view -> new CaseView.Part(view, Bands.small(view, now), LastScan.of(view, shipments)))
                .toList();
    }
}
