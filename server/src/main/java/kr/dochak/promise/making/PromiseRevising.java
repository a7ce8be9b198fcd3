package kr.dochak.promise.making;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import kr.dochak.orders.OrderFact.MallPromise;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.orders.Orders;
import kr.dochak.promise.Knowledge;
import kr.dochak.promise.KnowledgeInUse;
import kr.dochak.promise.PromiseLedger.Source;
import kr.dochak.promise.PromiseRepository;
import kr.dochak.promise.PromiseWork;
import kr.dochak.promise.Reassessment;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.TimeWindow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Follows what malls change of an order. May be repeated. */
@Component
class PromiseRevising {

    private final PromiseRepository promises;
    private final PromiseMaking making;
    private final PromiseWork work;
    private final PartValues values;
    private final Orders orders;
    private final KnowledgeInUse knowledge;
    private final InstantSource clock;

    PromiseRevising(
            PromiseRepository promises,
            PromiseMaking making,
            PromiseWork work,
            PartValues values,
            Orders orders,
            KnowledgeInUse knowledge,
            InstantSource clock) {
        this.promises = promises;
        this.making = making;
        this.work = work;
        this.values = values;
        this.orders = orders;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /**
     * A promise of the mall's own that changed is taken over; ours stands as it was shown. What a compensation would be a
     * share of is what the order costs now, whichever of the two facts came first.
     */
    @Transactional
    public void revise(PlacedOrder order) {
        promises.queueFor(List.of(order.orderId()));
        if (!promises.anyOf(order.orderId())) {
            making.make(List.of(order));
            return;
        }
        promises.revalue(order.orderId(), order.totalWon());
        values.share(List.of(order.orderId()));
        MallPromise mall = order.promised();
        if (mall != null) {
            takeOver(order.orderId(), mall);
        }
    }

    private void takeOver(OrderId orderId, MallPromise mall) {
        Instant now = clock.instant();
        Knowledge known = knowledge.current();
        Reassessment rule = known.rule();
        TimeWindow promised = new TimeWindow(mall.from(), mall.to());
        TimeWindow asked = asked(orderId);
        work.change(
                orderId,
                Source.REVISION,
                row -> asked != null && asked.to().isAfter(promised.to())
                        ? rule.asked(row, asked, now)
                        : rule.unasked(row, now).promising(promised, mall.timed()),
                known,
                now);
    }

    /** The day the order's customer asked for, which a revision by the mall does not take back. */
    private @Nullable TimeWindow asked(OrderId orderId) {
        return orders.find(orderId)
                .map(order -> order.request().day())
                .map(PromiseWishing::day)
                .orElse(null);
    }
}
