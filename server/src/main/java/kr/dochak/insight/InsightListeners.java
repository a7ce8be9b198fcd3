package kr.dochak.insight;

import kr.dochak.promise.PromiseFact.PromisesSettled;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class InsightListeners {

    private final Counters counters;

    InsightListeners(Counters counters) {
        this.counters = counters;
    }

    @ApplicationModuleListener
    void on(PromisesSettled fact) {
        counters.count(fact.promises());
    }
}
