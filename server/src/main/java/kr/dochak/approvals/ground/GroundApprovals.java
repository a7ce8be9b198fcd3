package kr.dochak.approvals.ground;

import kr.dochak.alerts.AlertKind;
import kr.dochak.approvals.ApprovalAlerts;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.settings.SecondPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells those who may decide that something waits; changes of settings have had their own alert for longer. */
@Configuration(proxyBeanMethods = false)
class GroundApprovals {

    @Bean
    AlertKind waitingRoleAlert(ApprovalAlerts alerts) {
        return alerts.waits(SecondPerson.ROLE, Right.STAFF_SET, Role.ADMIN).house();
    }

    @Bean
    AlertKind waitingErasureAlert(ApprovalAlerts alerts) {
        return alerts.waits(SecondPerson.ERASURE, Right.PERSONS_ERASE, Role.LEGAL, Role.LEAD, Role.ADMIN);
    }
}
