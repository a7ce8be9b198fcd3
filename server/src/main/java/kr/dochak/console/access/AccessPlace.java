package kr.dochak.console.access;

import static kr.dochak.pages.NavEntry.Surface.CONSOLE;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 열람 기록: the entry and the doors. */
@Configuration(proxyBeanMethods = false)
class AccessPlace {

    @Bean
    NavEntry accessEntry() {
        return new NavEntry(CONSOLE, 85, "access", "/console/access", "person");
    }

    @Bean
    DoorPlan accessDoors() {
        return DoorPlan.of(Door.toStaff("/console/access", Right.ACCESS_SEE));
    }
}
