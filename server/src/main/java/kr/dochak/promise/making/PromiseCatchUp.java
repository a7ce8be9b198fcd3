package kr.dochak.promise.making;

import java.time.Instant;
import java.util.List;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.promise.Knowledge;
import kr.dochak.promise.PromiseRepository;
import kr.dochak.shared.OrderId;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.RegisteredShipment;
import org.springframework.stereotype.Component;

/**
 * Does for new promises what happened to their orders before: facts may cross each other, and those about them found nothing
 * to change.
 */
@Component
class PromiseCatchUp {

    private final Tracking tracking;
    private final Orders orders;
    private final PromiseRepository promises;
    private final PromiseTying tying;
    private final PartValues values;
    private final PromiseWithdrawing withdrawing;
    private final PromiseWishing wishing;

    PromiseCatchUp(
            Tracking tracking,
            Orders orders,
            PromiseRepository promises,
            PromiseTying tying,
            PartValues values,
            PromiseWithdrawing withdrawing,
            PromiseWishing wishing) {
        this.tracking = tracking;
        this.orders = orders;
        this.promises = promises;
        this.tying = tying;
        this.values = values;
        this.withdrawing = withdrawing;
        this.wishing = wishing;
    }

    void catchUp(List<OrderId> orderIds, Knowledge knowledge, Instant now) {
        boolean parts = tying.tie(registered(orderIds), now);
        for (OrderSummary order : orders.summaries(orderIds).values()) {
            if (order.cancelledAt() != null) {
                withdrawing.withdraw(order.orderId(), order.cancelledAt(), knowledge, now);
            } else {
                promises.revalue(order.orderId(), order.totalWon());
                wishing.follow(order.orderId(), order.request(), knowledge, now);
            }
        }
        if (parts) {
            values.share(orderIds);
        }
    }

    private List<RegisteredShipment> registered(List<OrderId> orderIds) {
        return tracking.ofOrders(orderIds).values().stream()
                .flatMap(List::stream)
                .distinct()
                .map(ShipmentView::registered)
                .toList();
    }
}
