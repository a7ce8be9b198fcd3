package kr.dochak.console.approvals;

import static kr.dochak.pages.NavEntry.Surface.CONSOLE;

import kr.dochak.approvals.ApprovalAlerts;
import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** 결재: the entry and the doors. Each sees what they may decide and what they asked for; an auditor reads how all of it ended. */
@Configuration(proxyBeanMethods = false)
class ApprovalsPlace {

    static final String AT = ApprovalAlerts.PAGE;
    static final String ABSENCE = AT + "/absence";

    @Bean
    NavEntry approvalsEntry() {
        return new NavEntry(CONSOLE, 43, "approvals", AT, "done");
    }

    @Bean
    DoorPlan approvalDoors() {
        return DoorPlan.of(
                Door.toStaff(AT + "/**", Right.APPROVALS_WORK, Right.SECURITY_SEE),
                Door.toStaff(AT + "/**", Right.APPROVALS_WORK).on(HttpMethod.POST));
    }
}
