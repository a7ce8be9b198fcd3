package kr.dochak.console.integrations;

import static kr.dochak.pages.NavEntry.Surface.CONSOLE;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** 연동: the entry and the doors. */
@Configuration(proxyBeanMethods = false)
class IntegrationsPlace {

    @Bean
    NavEntry integrationsEntry() {
        return new NavEntry(CONSOLE, 60, "integrations", "/console/integrations", "route");
    }

    @Bean
    DoorPlan integrationDoors() {
        return DoorPlan.of(
                Door.toStaff("/console/integrations/**", Right.INTEGRATIONS_SEE),
                Door.toStaff("/console/integrations/**", Right.INTEGRATIONS_WORK)
                        .on(HttpMethod.POST),
                Door.toStaff("/console/integrations/**", Right.INTEGRATIONS_WORK)
                        .on(HttpMethod.DELETE));
    }
}
