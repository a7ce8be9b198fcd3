package kr.dochak.console;

import static kr.dochak.pages.NavEntry.Surface.CONSOLE;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 보상·혜택: the entry and the doors. */
@Configuration(proxyBeanMethods = false)
class CompensationPlace {

    @Bean
    NavEntry compensationEntry() {
        return new NavEntry(CONSOLE, 50, "compensation", "/console/compensation", "gift");
    }

    @Bean
    DoorPlan compensationDoors() {
        return DoorPlan.of(
                Door.toStaff("/console/compensation/**", Right.COMPENSATION_SEE),
                Door.toStaff("/console/compensation/verification", Right.PLATFORM));
    }
}
