package kr.dochak.promise.making;

import java.time.Instant;
import java.util.function.ToIntFunction;
import kr.dochak.orders.OrderFact.MallPromise;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.promise.Knowledge;
import kr.dochak.promise.PromiseRow;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.CarrierCalendars;
import kr.dochak.promise.windows.Window;
import kr.dochak.promise.windows.WindowBasis;
import kr.dochak.shared.MallId;
import kr.dochak.shared.TimeWindow;

/**
 * The first window of an order, and the promise shown with it (PRM-1). Pure.
 *
 * @param quantiles how sure a mall chose to be, by tenant; asked only where the mall promised nothing itself
 */
record FirstPromise(Knowledge knowledge, ToIntFunction<MallId> quantiles) {

    PromiseRow of(PlacedOrder order, Instant now) {
        MallPromise mall = order.promised();
        boolean timed = mall != null && mall.timed();
        PromiseRow bare = bare(order, timed);
        Window window = knowledge.rule().window(bare, order.confirmedAt());
        TimeWindow promised = mall == null ? ours(bare, window) : bare.promised();
        PromiseRow row = bare.with(window, window.p50()).promising(promised, timed);
        PromiseRow seen = knowledge.rule().look(row, null, null, now).after();
        return row.checkedAt(seen.found() == null ? seen.checkAt() : now);
    }

    /** Before its window is known. */
    private PromiseRow bare(PlacedOrder order, boolean timed) {
        String carrier =
                order.carrier() == null ? CarrierCalendars.ANY : order.carrier().value();
        CarrierCalendar calendar = knowledge.calendarOf(carrier, order.originArea());
        Instant since = knowledge.cutoffs().of(order.tenantId()).handover(order.confirmedAt(), calendar);
        MallPromise mall = order.promised();
        TimeWindow slot = mall == null ? new TimeWindow(since, since) : new TimeWindow(mall.from(), mall.to());
        return PromiseRow.ordered(
                order, carrier, since, slot, timed, new Window(since, since, since, WindowBasis.none()));
    }

    private TimeWindow ours(PromiseRow row, Window window) {
        return knowledge.promise(row, window, quantiles.applyAsInt(row.tenantId()));
    }
}
