package kr.dochak.console.account;

import static kr.dochak.pages.NavEntry.Surface.CONSOLE;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 내 계정: the entry and the doors. */
@Configuration(proxyBeanMethods = false)
class AccountPlace {

    @Bean
    NavEntry accountEntry() {
        return new NavEntry(CONSOLE, 90, "account", "/console/sessions", "person");
    }

    @Bean
    DoorPlan accountDoors() {
        return DoorPlan.of(
                Door.toStaff("/console/sessions/**"),
                Door.toStaff("/console/password"),
                Door.toStaff("/console/second-factor/**"),
                Door.toStaff("/console/passkeys/**"),
                Door.toStaff("/console/mall"),
                Door.toStaff("/console/accounts/**", Right.STAFF_SET),
                Door.toStaff("/console/security", Right.SECURITY_SEE));
    }
}
