package kr.dochak.promise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.promise.PromiseLedger.Source;
import kr.dochak.promise.Reassessment.Reassessed;
import kr.dochak.promise.causes.CauseRule.Preparation;
import kr.dochak.promise.windows.Stage;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.time.Ticking;
import kr.dochak.tracking.ShipmentState;
import kr.dochak.tracking.Tracking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at promises when their time has come (lazy timers), so that a delay is found without a scan (PRM-4). A row is due
 * when something could have become certain: it then fires, or moves on to the next such moment.
 *
 * <p>What changes a promise otherwise than by a scan makes it due at once. From then on each scan of its parcel is looked at
 * again.
 */
@Component
class PromiseTimers implements Ticking {

    private static final int MOST = 500;

    private final PromiseRepository promises;
    private final PromiseWork work;
    private final KnowledgeInUse knowledge;
    private final Tracking tracking;
    private final Orders orders;
    private final TransactionTemplate transaction;

    PromiseTimers(
            PromiseRepository promises,
            PromiseWork work,
            KnowledgeInUse knowledge,
            Tracking tracking,
            Orders orders,
            TransactionTemplate transaction) {
        this.promises = promises;
        this.work = work;
        this.knowledge = knowledge;
        this.tracking = tracking;
        this.orders = orders;
        this.transaction = transaction;
    }

    @Override
    public boolean tick(Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> look(now)));
    }

    private boolean look(Instant now) {
        List<PromiseRow> due = promises.claimDue(now, MOST);
        if (due.isEmpty()) {
            return false;
        }
        Map<ShipmentId, ShipmentState> states = tracking.states(due.stream()
                .map(PromiseRow::shipmentId)
                .filter(Objects::nonNull)
                .toList());
        Map<OrderId, OrderSummary> unshipped = orders.summaries(unshippedOrders(due));
        Knowledge known = knowledge.current();
        List<Reassessed> seen = new ArrayList<>();
        for (PromiseRow row : due) {
            ShipmentState state = row.shipmentId() == null ? null : states.get(row.shipmentId());
            seen.add(known.rule().look(row, state, preparation(row, unshipped), now));
        }
        work.write(seen, Source.TIMER, known, now);
        tracking.tellNext(underWay(seen));
        return true;
    }

    private static Set<ShipmentId> underWay(List<Reassessed> seen) {
        return seen.stream()
                .filter(each -> each.matters() && each.after().stage() == Stage.IN_TRANSIT)
                .map(each -> each.after().shipmentId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Set<OrderId> unshippedOrders(List<PromiseRow> due) {
        return due.stream()
                .filter(row -> row.shipmentId() == null)
                .map(PromiseRow::orderId)
                .collect(Collectors.toSet());
    }

    /** A parcel with a tracking number is packed, whatever its mall reports of the warehouse. */
    private static @Nullable Preparation preparation(PromiseRow row, Map<OrderId, OrderSummary> unshipped) {
        return row.shipmentId() != null ? Preparation.PACKED : preparation(unshipped.get(row.orderId()));
    }

    static @Nullable Preparation preparation(@Nullable OrderSummary order) {
        if (order == null) {
            return null;
        }
        return order.packedAt() != null
                ? Preparation.PACKED
                : order.pickingAt() != null ? Preparation.PICKING : Preparation.NOT_BEGUN;
    }

    @Override
    public @Nullable Instant nextDue() {
        return promises.nextDue();
    }
}
