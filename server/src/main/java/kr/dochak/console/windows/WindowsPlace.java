package kr.dochak.console.windows;

import static kr.dochak.pages.NavEntry.Surface.CONSOLE;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** 도착 시간: the entry and the doors. */
@Configuration(proxyBeanMethods = false)
class WindowsPlace {

    @Bean
    NavEntry windowsEntry() {
        return new NavEntry(CONSOLE, 35, "windows", "/console/windows", "calendar");
    }

    @Bean
    DoorPlan windowDoors() {
        return DoorPlan.of(
                Door.toStaff("/console/windows/**", Right.WINDOWS_SEE),
                Door.toStaff("/console/windows/**", Right.WINDOWS_SET).on(HttpMethod.POST),
                Door.toStaff("/console/windows/model/**", Right.MODELS_SEE),
                Door.toStaff("/console/windows/model/training", Right.PLATFORM),
                Door.toStaff("/console/windows/model/use", Right.PLATFORM));
    }
}
