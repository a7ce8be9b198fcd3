package kr.dochak.promise.making;

import java.time.Instant;
import java.time.InstantSource;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.promise.Knowledge;
import kr.dochak.promise.KnowledgeInUse;
import kr.dochak.promise.PromiseChoices;
import kr.dochak.promise.PromiseRow;
import kr.dochak.promise.PromiseWork;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Promises what comes after an order's first promise has ended (ORD-3): a line added when the parcel had left, a parcel sent
 * after the goods had come. Their time begins when they become known, so nothing of them is late from the start.
 */
@Component
class LaterPromises {

    private final Orders orders;
    private final PromiseWork work;
    private final KnowledgeInUse knowledge;
    private final PromiseChoices choices;
    private final InstantSource clock;

    LaterPromises(
            Orders orders, PromiseWork work, KnowledgeInUse knowledge, PromiseChoices choices, InstantSource clock) {
        this.orders = orders;
        this.work = work;
        this.knowledge = knowledge;
        this.choices = choices;
        this.clock = clock;
    }

    /** Lines that wait for a parcel of their own; the customer gets to know of the promise. */
    void ofLines(OrderId orderId, int lines) {
        orders.find(orderId).filter(OrderSummary::stands).ifPresent(order -> {
            Instant now = clock.instant();
            Knowledge known = knowledge.current();
            work.add(first(order, order.carrier(), known, now), lines, true, known, now);
        });
    }

    /** A parcel beside others that have all ended. */
    void ofParcel(OrderId orderId, ShipmentId shipmentId, CarrierId carrier, int lines) {
        orders.find(orderId).filter(OrderSummary::stands).ifPresent(order -> {
            Instant now = clock.instant();
            Knowledge known = knowledge.current();
            PromiseRow row = first(order, carrier, known, now).carriedBy(shipmentId);
            work.add(row.checkedAt(now), lines, false, known, now);
        });
    }

    /** As of an order placed now; what the mall itself promised was for what it had then. */
    private PromiseRow first(OrderSummary order, @Nullable CarrierId carrier, Knowledge known, Instant now) {
        PlacedOrder placed = new PlacedOrder(
                order.orderId(),
                order.tenantId(),
                order.orderNo(),
                order.personId(),
                order.recipientId(),
                now,
                order.originArea(),
                order.destinationArea(),
                carrier,
                order.totalWon(),
                order.lineCount(),
                null,
                order.orderedAt());
        return new PromiseMaking.FirstPromise(known, choices::quantileOf).of(placed, now);
    }
}
