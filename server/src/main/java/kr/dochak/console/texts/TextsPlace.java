package kr.dochak.console.texts;

import static kr.dochak.pages.NavEntry.Surface.CONSOLE;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** 알림 문구: the entry and the doors. All malls share the texts; a second person who looks after all of them agrees. */
@Configuration(proxyBeanMethods = false)
class TextsPlace {

    static final String AT = "/console/texts";
    static final String ONE = AT + "/{wording}/{channel}";

    @Bean
    NavEntry textsEntry() {
        return new NavEntry(CONSOLE, 52, "texts", AT, "chat");
    }

    @Bean
    DoorPlan textDoors() {
        return DoorPlan.of(
                Door.toStaff(AT + "/**", Right.SETTINGS_SEE),
                Door.toStaff(AT + "/**", Right.CARE_SET).on(HttpMethod.POST));
    }
}
