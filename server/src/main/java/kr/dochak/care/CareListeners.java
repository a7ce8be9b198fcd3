package kr.dochak.care;

import java.time.InstantSource;
import kr.dochak.calendar.CalendarFact.CalendarChanged;
import kr.dochak.orders.OrderFact.DeliveryRequestChanged;
import kr.dochak.orders.OrderFact.OrderCancelled;
import kr.dochak.promise.PromiseFact.DelaysFound;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** The facts this module acts on. Moves of parcels it reads from their feed. */
@Component
class CareListeners {

    private final CalendarClocks clocks;
    private final TaskOpening opening;
    private final TaskEvents events;
    private final EventAnswers answers;
    private final InstantSource clock;

    CareListeners(
            CalendarClocks clocks, TaskOpening opening, TaskEvents events, EventAnswers answers, InstantSource clock) {
        this.clocks = clocks;
        this.opening = opening;
        this.events = events;
        this.answers = answers;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(CalendarChanged fact) {
        clocks.follow(fact);
    }

    @ApplicationModuleListener
    void on(DelaysFound fact) {
        opening.inquiries(fact.delays(), clock.instant());
    }

    @ApplicationModuleListener
    void on(DeliveryRequestChanged fact) {
        events.requested(fact);
    }

    @ApplicationModuleListener
    void on(OrderCancelled fact) {
        events.cancelled(fact.orderId());
        answers.cancelled(fact.orderId(), fact.at());
    }
}
