package kr.dochak.promise.days;

import kr.dochak.calendar.CalendarFact.CalendarChanged;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class CalendarListeners {

    private final CalendarLooks looks;

    CalendarListeners(CalendarLooks looks) {
        this.looks = looks;
    }

    @ApplicationModuleListener
    void on(CalendarChanged fact) {
        looks.begin(fact);
    }
}
