package kr.dochak.console.mass;

import static kr.dochak.pages.NavEntry.Surface.CONSOLE;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** 단체 안내: the entry and the doors; whoever decides about such notices reads them too. */
@Configuration(proxyBeanMethods = false)
class MassPlace {

    static final String AT = "/console/mass-notices";
    static final String ONE = AT + "/{id}";

    @Bean
    NavEntry massNoticesEntry() {
        return new NavEntry(CONSOLE, 53, "mass-notices", AT, "send");
    }

    @Bean
    DoorPlan massNoticeDoors() {
        return DoorPlan.of(
                Door.toStaff(AT + "/**", Right.NOTICES_SEND, Right.CASES_LEAD),
                Door.toStaff(AT + "/new", Right.NOTICES_SEND),
                Door.toStaff(AT + "/**", Right.NOTICES_SEND).on(HttpMethod.POST));
    }
}
