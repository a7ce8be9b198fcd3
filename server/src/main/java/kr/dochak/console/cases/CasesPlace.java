package kr.dochak.console.cases;

import static kr.dochak.pages.NavEntry.Surface.CONSOLE;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** 상담: the entry and the doors. */
@Configuration(proxyBeanMethods = false)
class CasesPlace {

    @Bean
    NavEntry careEntry() {
        return new NavEntry(CONSOLE, 40, "care", "/console/cases", "chat");
    }

    @Bean
    DoorPlan caseDoors() {
        return DoorPlan.of(
                Door.toStaff("/console/cases/**", Right.CASES_SEE),
                Door.toStaff("/console/cases/**", Right.CASES_WORK).on(HttpMethod.POST));
    }
}
