package kr.dochak.console.changes;

import static kr.dochak.pages.NavEntry.Surface.CONSOLE;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** 변경 기록: the entry and the doors. */
@Configuration(proxyBeanMethods = false)
class ChangesPlace {

    static final String AT = "/console/changes";

    @Bean
    NavEntry changesEntry() {
        return new NavEntry(CONSOLE, 86, "changes", AT, "list");
    }

    /** Whoever reads it changes nothing; looking at the whole chain costs the house something. */
    @Bean
    DoorPlan changesDoors() {
        return DoorPlan.of(
                Door.toStaff(AT + "/**", Right.SECURITY_SEE).on(HttpMethod.GET),
                Door.toStaff(AT + "/verification", Right.PLATFORM).on(HttpMethod.POST));
    }
}
