package kr.dochak.promise.making;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import kr.dochak.promise.Knowledge;
import kr.dochak.promise.KnowledgeInUse;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.PromiseLedger.Source;
import kr.dochak.promise.PromiseRepository;
import kr.dochak.promise.PromiseRow.Ended;
import kr.dochak.promise.PromiseWork;
import kr.dochak.promise.Reassessment.Reassessed;
import kr.dochak.shared.OrderId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends the promises of an order of which nothing will be delivered any more: open ones are void. May be repeated. */
@Component
class PromiseWithdrawing {

    private final PromiseRepository promises;
    private final PromiseWork work;
    private final KnowledgeInUse knowledge;
    private final InstantSource clock;

    PromiseWithdrawing(PromiseRepository promises, PromiseWork work, KnowledgeInUse knowledge, InstantSource clock) {
        this.promises = promises;
        this.work = work;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    @Transactional
    public void withdraw(OrderId orderId, Instant at) {
        withdraw(orderId, at, knowledge.current(), clock.instant());
    }

    void withdraw(OrderId orderId, Instant at, Knowledge known, Instant now) {
        promises.queueFor(List.of(orderId));
        List<Reassessed> seen = promises.lockOfOrders(List.of(orderId)).stream()
                .map(row -> new Reassessed(row, row.ended(withdrawn(at)), false))
                .toList();
        work.write(seen, Source.REVISION, known, now);
    }

    /** The end of a promise of which nothing is to come any more. */
    static Ended withdrawn(Instant at) {
        return new Ended(Outcome.VOID, null, at);
    }
}
