package kr.dochak.promise.making;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import kr.dochak.orders.OrderFact.MallPromise;
import kr.dochak.orders.OrderFact.OrderRevised;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.promise.Knowledge;
import kr.dochak.promise.KnowledgeInUse;
import kr.dochak.promise.PromiseRepository;
import kr.dochak.shared.OrderId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Follows what malls change of an order. May be repeated. */
@Component
class PromiseRevising {

    private final PromiseRepository promises;
    private final PromiseMaking making;
    private final PartValues values;
    private final ChangedLines lines;
    private final MallPromises malls;
    private final KnowledgeInUse knowledge;
    private final InstantSource clock;

    PromiseRevising(
            PromiseRepository promises,
            PromiseMaking making,
            PartValues values,
            ChangedLines lines,
            MallPromises malls,
            KnowledgeInUse knowledge,
            InstantSource clock) {
        this.promises = promises;
        this.making = making;
        this.values = values;
        this.lines = lines;
        this.malls = malls;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /**
     * A promise of the mall's own that changed is taken over; ours stands as it was shown. What a compensation would be a
     * share of is what the order costs now, whichever of the two facts came first.
     */
    @Transactional
    public void revise(OrderRevised revised) {
        PlacedOrder order = revised.order();
        OrderId orderId = order.orderId();
        promises.queueFor(List.of(orderId));
        if (!promises.anyOf(orderId)) {
            making.make(List.of(order));
            return;
        }
        Instant now = clock.instant();
        Knowledge known = knowledge.current();
        MallPromise mall = order.promised();
        if (mall != null) {
            malls.takeOver(order, mall, known, now);
        }
        lines.follow(orderId, revised.addedLines(), known, now);
        promises.revalue(orderId, order.totalWon());
        values.share(List.of(orderId));
    }
}
