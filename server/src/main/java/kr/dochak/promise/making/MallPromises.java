package kr.dochak.promise.making;

import java.time.Instant;
import kr.dochak.orders.OrderFact.MallPromise;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.orders.Orders;
import kr.dochak.promise.Knowledge;
import kr.dochak.promise.PromiseLedger.Source;
import kr.dochak.promise.PromiseRow;
import kr.dochak.promise.PromiseWork;
import kr.dochak.promise.Reassessment;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.TimeWindow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes over what malls promise their customers themselves. */
@Component
class MallPromises {

    private final PromiseWork work;
    private final Orders orders;

    MallPromises(PromiseWork work, Orders orders) {
        this.work = work;
        this.orders = orders;
    }

    /** A promise that came later than the order, for a line that was added, is not what the mall's word was about. */
    void takeOver(PlacedOrder order, MallPromise mall, Knowledge known, Instant now) {
        Reassessment rule = known.rule();
        TimeWindow promised = new TimeWindow(mall.from(), mall.to());
        TimeWindow asked = asked(order.orderId());
        work.change(
                order.orderId(),
                Source.REVISION,
                row -> isLater(row, order)
                        ? row
                        : asked != null && asked.to().isAfter(promised.to())
                                ? rule.asked(row, asked, now)
                                : rule.unasked(row, now).promising(promised, mall.timed()),
                known,
                now);
    }

    private static boolean isLater(PromiseRow row, PlacedOrder order) {
        return row.confirmedAt().isAfter(order.confirmedAt());
    }

    /** The day the order's customer asked for, which a revision by the mall does not take back. */
    private @Nullable TimeWindow asked(OrderId orderId) {
        return orders.find(orderId)
                .map(order -> order.request().day())
                .map(PromiseWishing::day)
                .orElse(null);
    }
}
