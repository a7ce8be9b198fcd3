package kr.dochak.promise.making;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import kr.dochak.orders.OrderFact.MallPromise;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.promise.Knowledge;
import kr.dochak.promise.KnowledgeInUse;
import kr.dochak.promise.PromiseChoices;
import kr.dochak.promise.PromiseRepository;
import kr.dochak.promise.PromiseRow;
import kr.dochak.promise.PromiseWork;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.CarrierCalendars;
import kr.dochak.promise.windows.Window;
import kr.dochak.promise.windows.WindowBasis;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.TimeWindow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes promises for orders that stand (PRM-1). May be repeated. */
@Component
public class PromiseMaking {

    private final PromiseRepository promises;
    private final PromiseWork work;
    private final PromiseCatchUp crossed;
    private final KnowledgeInUse knowledge;
    private final PromiseChoices choices;
    private final InstantSource clock;
    private final Standing standing;

    PromiseMaking(
            PromiseRepository promises,
            PromiseWork work,
            PromiseCatchUp crossed,
            KnowledgeInUse knowledge,
            PromiseChoices choices,
            InstantSource clock,
            Standing standing) {
        this.promises = promises;
        this.work = work;
        this.crossed = crossed;
        this.knowledge = knowledge;
        this.choices = choices;
        this.clock = clock;
        this.standing = standing;
    }

    @Transactional
    public void make(List<PlacedOrder> placed) {
        promises.queueFor(placed.stream().map(PlacedOrder::orderId).toList());
        Instant now = clock.instant();
        Knowledge known = knowledge.current();
        FirstPromise first = new FirstPromise(known, choices::quantileOf);
        Set<OrderId> wanted =
                standing.of(placed.stream().map(PlacedOrder::orderId).toList());
        List<PromiseRow> rows = placed.stream()
                .filter(order -> wanted.contains(order.orderId()))
                .map(order -> first.of(order, now))
                .toList();
        Map<OrderId, Integer> lines =
                placed.stream().collect(Collectors.toMap(PlacedOrder::orderId, PlacedOrder::lines));
        List<OrderId> made = work.begin(rows, row -> lines.getOrDefault(row.orderId(), 1), known, now).stream()
                .map(PromiseRow::orderId)
                .toList();
        if (!made.isEmpty()) {
            crossed.catchUp(made, known, now);
        }
    }

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
            String carrier = CarrierCalendars.key(order.carrier());
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
}
