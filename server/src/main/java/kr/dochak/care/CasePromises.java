package kr.dochak.care;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.ShipmentId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the promise that a case is about, so that its story stands beside the conversation (CAR-1). */
@Component
class CasePromises {

    private final Promises promises;

    CasePromises(Promises promises) {
        this.promises = promises;
    }

    /** The promise of the parcel; without a parcel the one most likely meant: late before open before ended, the newest. */
    Optional<PromiseId> about(@Nullable OrderId orderId, @Nullable ShipmentId shipmentId) {
        if (orderId == null) {
            return Optional.empty();
        }
        List<PromiseView> all = promises.ofOrders(List.of(orderId)).getOrDefault(orderId, List.of());
        return all.stream()
                .filter(promise -> shipmentId == null || shipmentId.equals(promise.shipmentId()))
                .max(Comparator.comparing(CasePromises::isLate)
                        .thenComparing(promise -> promise.outcome() == null)
                        .thenComparing(PromiseView::promiseId))
                .map(PromiseView::promiseId);
    }

    private static boolean isLate(PromiseView promise) {
        return promise.outcome() == null && promise.delay() != null;
    }
}
