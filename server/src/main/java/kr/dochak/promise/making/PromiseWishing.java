package kr.dochak.promise.making;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import kr.dochak.orders.DeliveryRequest;
import kr.dochak.promise.Knowledge;
import kr.dochak.promise.KnowledgeInUse;
import kr.dochak.promise.PromiseChoices;
import kr.dochak.promise.PromiseLedger;
import kr.dochak.promise.PromiseLedger.Source;
import kr.dochak.promise.PromiseRepository;
import kr.dochak.promise.PromiseRow;
import kr.dochak.promise.PromiseWork;
import kr.dochak.promise.WindowShown;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.TimeWindow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows customers' wishes for a day; may be repeated. A later day becomes the promise and the window, so it can be no
 * ground for a delay.
 */
@Component
class PromiseWishing {

    private final PromiseRepository promises;
    private final PromiseWork work;
    private final PromiseLedger ledger;
    private final PromiseChoices choices;
    private final KnowledgeInUse knowledge;
    private final InstantSource clock;

    PromiseWishing(
            PromiseRepository promises,
            PromiseWork work,
            PromiseLedger ledger,
            PromiseChoices choices,
            KnowledgeInUse knowledge,
            InstantSource clock) {
        this.promises = promises;
        this.work = work;
        this.ledger = ledger;
        this.choices = choices;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    @Transactional
    public void follow(OrderId orderId, DeliveryRequest request) {
        follow(orderId, request, knowledge.current(), clock.instant());
    }

    void follow(OrderId orderId, DeliveryRequest request, Knowledge known, Instant now) {
        if (request.day() == null) {
            work.change(orderId, Source.CUSTOMER, row -> withoutWish(row, known, now), known, now);
            return;
        }
        promises.queueFor(List.of(orderId));
        TimeWindow day = day(request.day());
        work.change(orderId, Source.CUSTOMER, row -> wished(row, day, known, now), known, now);
    }

    static TimeWindow day(LocalDate day) {
        return new TimeWindow(Seoul.instant(day, LocalTime.MIDNIGHT), Seoul.endOf(day));
    }

    private PromiseRow wished(PromiseRow row, TimeWindow day, Knowledge known, Instant now) {
        PromiseRow free = row.window().isCustomersDay() ? withoutWish(row, known, now) : row;
        return day.to().isAfter(free.promised().to()) ? known.rule().asked(row, day, now) : free;
    }

    /**
     * The promise without the customer's later day: the one shown before the wish, as far as it can still be met. Time that
     * passed while we waited for the customer breaks no promise.
     */
    private PromiseRow withoutWish(PromiseRow row, Knowledge known, Instant now) {
        List<WindowShown> shown = ledger.of(new PromiseId(row.id()));
        boolean wished = !shown.isEmpty() && shown.getLast().promised().equals(row.promised());
        TimeWindow before = beforeWish(shown, row);
        if (!wished || before.equals(row.promised())) {
            return row;
        }
        Window free = known.rule().possible(row, now);
        TimeWindow reachable = known.promise(row, free, choices.quantileOf(row.tenantId()));
        return row.promising(free.p90().isAfter(before.to()) ? reachable : before, false)
                .with(free, free.p50());
    }

    private static TimeWindow beforeWish(List<WindowShown> shown, PromiseRow row) {
        return shown.stream()
                .takeWhile(each -> !each.source().equals(Source.CUSTOMER.name()))
                .reduce((first, last) -> last)
                .map(WindowShown::promised)
                .orElse(row.promised());
    }
}
