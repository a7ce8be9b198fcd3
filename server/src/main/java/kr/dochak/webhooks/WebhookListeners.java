package kr.dochak.webhooks;

import kr.dochak.orders.OrderFact.DeliveryRequestChanged;
import kr.dochak.promise.PromiseFact.DelaysFound;
import kr.dochak.promise.PromiseFact.PromisesMade;
import kr.dochak.promise.PromiseFact.PromisesReopened;
import kr.dochak.promise.PromiseFact.PromisesSettled;
import kr.dochak.promise.PromiseFact.WindowsChanged;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** The facts this module tells on. Moves it reads from their feed. */
@Component
class WebhookListeners {

    private final PromiseEvents events;
    private final RequestEvents requests;

    WebhookListeners(PromiseEvents events, RequestEvents requests) {
        this.events = events;
        this.requests = requests;
    }

    @ApplicationModuleListener
    void on(PromisesMade fact) {
        events.made(fact.promises());
    }

    @ApplicationModuleListener
    void on(DeliveryRequestChanged fact) {
        requests.changed(fact);
    }

    @ApplicationModuleListener
    void on(WindowsChanged fact) {
        events.changed(fact.changes());
    }

    @ApplicationModuleListener
    void on(DelaysFound fact) {
        events.delayed(fact.delays());
    }

    @ApplicationModuleListener
    void on(PromisesSettled fact) {
        events.settled(fact.promises());
    }

    @ApplicationModuleListener
    void on(PromisesReopened fact) {
        events.reopened(fact.promises());
    }
}
