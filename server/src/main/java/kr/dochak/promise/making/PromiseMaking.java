package kr.dochak.promise.making;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.promise.Knowledge;
import kr.dochak.promise.KnowledgeInUse;
import kr.dochak.promise.PromiseChoices;
import kr.dochak.promise.PromiseRepository;
import kr.dochak.promise.PromiseRow;
import kr.dochak.promise.PromiseWork;
import kr.dochak.shared.OrderId;
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
}
