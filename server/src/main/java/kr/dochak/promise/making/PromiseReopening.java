package kr.dochak.promise.making;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.live.LiveTopics;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.OrderTopic;
import kr.dochak.orders.Orders;
import kr.dochak.promise.PromiseFact.PromisesReopened;
import kr.dochak.promise.PromiseFact.Reopened;
import kr.dochak.promise.PromiseRepository;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.ShipmentState;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingFact.DeliveryCorrected;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets the promises of a parcel that had not come after all hold again, as they were made (TRK-8). They are looked at at once,
 * so one whose time has passed is found to be late; those of a cancelled order stay ended.
 */
@Component
class PromiseReopening {

    private final PromiseRepository promises;
    private final Tracking tracking;
    private final Orders orders;
    private final ApplicationEventPublisher facts;
    private final LiveTopics live;
    private final InstantSource clock;

    PromiseReopening(
            PromiseRepository promises,
            Tracking tracking,
            Orders orders,
            ApplicationEventPublisher facts,
            LiveTopics live,
            InstantSource clock) {
        this.promises = promises;
        this.tracking = tracking;
        this.orders = orders;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
    }

    /** By how the parcel stands now: a correction and the taking back of it may cross. */
    void follow(DeliveryCorrected fact) {
        ShipmentId shipment = fact.shipment().shipmentId();
        Instant now = clock.instant();
        ShipmentState state = tracking.states(List.of(shipment)).get(shipment);
        if (state != null && !state.status().isFinal()) {
            List<Reopened> reopened = promises.reopen(shipment, standing(fact), now);
            if (!reopened.isEmpty()) {
                facts.publishEvent(new PromisesReopened(reopened));
                live.touchAll(reopened.stream()
                        .map(each -> OrderTopic.of(each.orderId()))
                        .collect(Collectors.toSet()));
            }
        }
        promises.lookNow(shipment, now);
    }

    private Set<OrderId> standing(DeliveryCorrected fact) {
        List<OrderId> carried =
                fact.shipment().orders().stream().map(CarriedOrder::orderId).toList();
        Map<OrderId, OrderSummary> known = orders.summaries(carried);
        return known.values().stream()
                .filter(order -> order.cancelledAt() == null)
                .map(OrderSummary::orderId)
                .collect(Collectors.toSet());
    }
}
