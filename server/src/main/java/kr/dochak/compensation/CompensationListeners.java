package kr.dochak.compensation;

import kr.dochak.promise.PromiseFact.DelaysFound;
import kr.dochak.promise.PromiseFact.PromisesReopened;
import kr.dochak.promise.PromiseFact.PromisesSettled;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class CompensationListeners {

    private final CompensationDesk desk;

    CompensationListeners(CompensationDesk desk) {
        this.desk = desk;
    }

    @ApplicationModuleListener
    void on(DelaysFound fact) {
        desk.decide(fact.delays());
    }

    @ApplicationModuleListener
    void on(PromisesSettled fact) {
        desk.settle(fact.promises());
    }

    @ApplicationModuleListener
    void on(PromisesReopened fact) {
        desk.reopen(fact.promises());
    }
}
