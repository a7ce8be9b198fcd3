package kr.dochak.promise.making;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kr.dochak.live.LiveTopics;
import kr.dochak.orders.OrderTopic;
import kr.dochak.promise.PromiseLedger;
import kr.dochak.promise.PromiseRepository;
import kr.dochak.shared.OrderId;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingFact.RegisteredShipment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ties promises to the shipments that carry their orders; a part shipment splits its promise off. May be repeated. */
@Component
class PromiseTying {

    private final PromiseRepository promises;
    private final PromiseAttachment attachment;
    private final PartValues values;
    private final PromiseLedger ledger;
    private final InstantSource clock;
    private final LiveTopics live;

    PromiseTying(
            PromiseRepository promises,
            PromiseAttachment attachment,
            PartValues values,
            PromiseLedger ledger,
            InstantSource clock,
            LiveTopics live) {
        this.promises = promises;
        this.attachment = attachment;
        this.values = values;
        this.ledger = ledger;
        this.clock = clock;
        this.live = live;
    }

    /** Each promise is then looked at by its timer at once, since scans may have come before. */
    @Transactional
    public void attach(List<RegisteredShipment> shipments) {
        Instant now = clock.instant();
        Set<OrderId> orderIds = new LinkedHashSet<>();
        shipments.forEach(s -> s.orders().stream().map(CarriedOrder::orderId).forEach(orderIds::add));
        promises.queueFor(orderIds);
        promises.lockOfOrders(orderIds);
        if (tie(shipments, now)) {
            values.share(orderIds);
            ledger.begin(orderIds, now);
        }
        live.touchAll(orderIds.stream().map(OrderTopic::of).toList());
    }

    /** @return true when an order now travels in parts */
    boolean tie(List<RegisteredShipment> shipments, Instant now) {
        return attachment.attach(shipments, now);
    }
}
