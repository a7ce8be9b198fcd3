package kr.dochak.console.integrations;

import static kr.dochak.pages.NavEntry.Surface.CONSOLE;

import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 연동: the entry and the doors. */
@Configuration(proxyBeanMethods = false)
class IntegrationsPlace {

    @Bean
    NavEntry integrationsEntry() {
        return new NavEntry(CONSOLE, 60, "integrations", "/console/integrations", "route");
    }

    @Bean
    DoorPlan integrationDoors() {
        return DoorPlan.of(Door.toStaff("/console/integrations/**", Role.LEAD, Role.OPERATOR));
    }
}
