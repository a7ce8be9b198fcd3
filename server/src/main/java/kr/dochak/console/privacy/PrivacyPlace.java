package kr.dochak.console.privacy;

import static kr.dochak.pages.NavEntry.Surface.CONSOLE;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 개인정보: the entry and the doors. */
@Configuration(proxyBeanMethods = false)
class PrivacyPlace {

    @Bean
    NavEntry privacyEntry() {
        return new NavEntry(CONSOLE, 85, "privacy", "/console/privacy", "shield");
    }

    @Bean
    DoorPlan privacyDoors() {
        return DoorPlan.of(
                Door.toStaff("/console/privacy/*/archive", Right.ARCHIVE_OPEN),
                Door.toStaff("/console/privacy/**", Right.PERSONS_ERASE));
    }
}
