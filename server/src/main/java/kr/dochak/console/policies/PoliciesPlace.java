package kr.dochak.console.policies;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The doors of the versions of the policy: who sees compensation reads them, who sets numbers about money writes new ones. */
@Configuration(proxyBeanMethods = false)
class PoliciesPlace {

    static final String AT = "/console/compensation/policies";

    @Bean
    DoorPlan policyDoors() {
        return DoorPlan.of(
                Door.toStaff(AT + "/new", Right.MONEY_SET),
                Door.toStaff(AT, Right.MONEY_SET).on(HttpMethod.POST),
                Door.toStaff(AT + "/**", Right.MONEY_SET).on(HttpMethod.POST));
    }
}
