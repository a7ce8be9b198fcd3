package kr.dochak.promise.making;

import kr.dochak.orders.OrderFact.DeliveryRequestChanged;
import kr.dochak.orders.OrderFact.OrderCancelled;
import kr.dochak.orders.OrderFact.OrderRevised;
import kr.dochak.orders.OrderFact.OrdersConfirmed;
import kr.dochak.tracking.TrackingFact.DeliveryCorrected;
import kr.dochak.tracking.TrackingFact.ShipmentsRegistered;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class PromiseListeners {

    private final PromiseMaking making;
    private final PromiseRevising revising;
    private final PromiseWithdrawing withdrawing;
    private final PromiseWishing wishing;
    private final PromiseTying tying;
    private final PromiseReopening reopening;

    PromiseListeners(
            PromiseMaking making,
            PromiseRevising revising,
            PromiseWithdrawing withdrawing,
            PromiseWishing wishing,
            PromiseTying tying,
            PromiseReopening reopening) {
        this.making = making;
        this.revising = revising;
        this.withdrawing = withdrawing;
        this.wishing = wishing;
        this.tying = tying;
        this.reopening = reopening;
    }

    @ApplicationModuleListener
    void on(OrdersConfirmed fact) {
        making.make(fact.orders());
    }

    @ApplicationModuleListener
    void on(OrderRevised fact) {
        revising.revise(fact);
    }

    @ApplicationModuleListener
    void on(OrderCancelled fact) {
        withdrawing.withdraw(fact.orderId(), fact.at());
    }

    @ApplicationModuleListener
    void on(DeliveryRequestChanged fact) {
        wishing.follow(fact.orderId(), fact.request());
    }

    @ApplicationModuleListener
    void on(ShipmentsRegistered fact) {
        tying.attach(fact.shipments());
    }

    @ApplicationModuleListener
    void on(DeliveryCorrected fact) {
        reopening.follow(fact);
    }
}
