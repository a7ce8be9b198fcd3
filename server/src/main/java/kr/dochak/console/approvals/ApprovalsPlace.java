package kr.dochak.console.approvals;

import static kr.dochak.pages.NavEntry.Surface.CONSOLE;

import kr.dochak.approvals.ApprovalAlerts;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 결재: the entry and the doors. Each sees what their rights and limits let them decide, and what they asked for. */
@Configuration(proxyBeanMethods = false)
class ApprovalsPlace {

    static final String AT = ApprovalAlerts.PAGE;
    static final String ABSENCE = AT + "/absence";

    @Bean
    NavEntry approvalsEntry() {
        return new NavEntry(CONSOLE, 43, "approvals", AT, "check");
    }

    @Bean
    DoorPlan approvalDoors() {
        return DoorPlan.of(Door.toStaff(AT + "/**"));
    }
}
