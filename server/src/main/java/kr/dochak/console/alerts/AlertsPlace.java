package kr.dochak.console.alerts;

import static kr.dochak.pages.NavEntry.Surface.CONSOLE;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** 알림: the entry and the doors. Each sees the kinds that their rights let them know of. */
@Configuration(proxyBeanMethods = false)
class AlertsPlace {

    static final String AT = "/console/alerts";
    static final String RULES = AT + "/rules";
    static final String DUTY = AT + "/duty";

    @Bean
    NavEntry alertsEntry() {
        return new NavEntry(CONSOLE, 12, "alerts", AT, "bell");
    }

    @Bean
    DoorPlan alertDoors() {
        return DoorPlan.of(
                Door.toStaff(AT + "/**"),
                Door.toStaff(AT + "/one/**", Right.ALERTS_WORK).on(HttpMethod.POST),
                Door.toStaff(RULES + "/**", Right.ALERTS_SET),
                Door.toStaff(DUTY + "/**", Right.ALERTS_SET),
                Door.toEverybody("/alerts/*"));
    }
}
