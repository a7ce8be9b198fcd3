package kr.dochak.promise;

import kr.dochak.orders.OrderFact.DeliveryRequestChanged;
import kr.dochak.orders.OrderFact.OrderCancelled;
import kr.dochak.orders.OrderFact.OrderRevised;
import kr.dochak.orders.OrderFact.OrdersConfirmed;
import kr.dochak.tracking.TrackingFact.ShipmentsRegistered;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class PromiseListeners {

    private final PromiseMaking making;

    PromiseListeners(PromiseMaking making) {
        this.making = making;
    }

    @ApplicationModuleListener
    void on(OrdersConfirmed fact) {
        making.make(fact.orders());
    }

    @ApplicationModuleListener
    void on(OrderRevised fact) {
        making.revise(fact.order());
    }

    @ApplicationModuleListener
    void on(OrderCancelled fact) {
        making.withdraw(fact.orderId(), fact.at());
    }

    @ApplicationModuleListener
    void on(DeliveryRequestChanged fact) {
        making.follow(fact.orderId(), fact.request());
    }

    @ApplicationModuleListener
    void on(ShipmentsRegistered fact) {
        making.attach(fact.shipments());
    }
}
