package kr.dochak.messaging;

import kr.dochak.compensation.CompensationFact.CompensationsGranted;
import kr.dochak.compensation.CompensationFact.DelaysDecided;
import kr.dochak.messaging.moves.OrderWays;
import kr.dochak.orders.OrderFact.OrderCancelled;
import kr.dochak.orders.OrderFact.OrderPrepared;
import kr.dochak.orders.OrderFact.OrdersConfirmed;
import kr.dochak.promise.PromiseFact.DelaysFound;
import kr.dochak.promise.PromiseFact.PromisesMade;
import kr.dochak.promise.PromiseFact.WindowsChanged;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** The facts this module acts on. */
@Component
class MessagingListeners {

    private final Notices notices;
    private final DelayNotices delays;
    private final KnownOrders orders;
    private final OrderWays ways;

    MessagingListeners(Notices notices, DelayNotices delays, KnownOrders orders, OrderWays ways) {
        this.notices = notices;
        this.delays = delays;
        this.orders = orders;
        this.ways = ways;
    }

    @ApplicationModuleListener
    void on(OrdersConfirmed fact) {
        orders.confirmed(fact.orders());
    }

    @ApplicationModuleListener
    void on(PromisesMade fact) {
        notices.promised(fact.promises(), ways.of(fact.promises()));
    }

    @ApplicationModuleListener
    void on(OrderPrepared fact) {
        notices.tell(ways.preparing(fact).stream().toList());
    }

    @ApplicationModuleListener
    void on(WindowsChanged fact) {
        notices.windowsChanged(fact.changes());
    }

    @ApplicationModuleListener
    void on(DelaysFound fact) {
        delays.found(fact.delays());
    }

    @ApplicationModuleListener
    void on(DelaysDecided fact) {
        delays.decided(fact.delays());
    }

    @ApplicationModuleListener
    void on(CompensationsGranted fact) {
        notices.granted(fact.grants());
    }

    @ApplicationModuleListener
    void on(OrderCancelled fact) {
        notices.cancelled(fact);
    }
}
