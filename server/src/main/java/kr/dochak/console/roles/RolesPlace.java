package kr.dochak.console.roles;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of 역할; its way in is a tab of 내 계정. */
@Configuration(proxyBeanMethods = false)
class RolesPlace {

    @Bean
    DoorPlan roleDoors() {
        return DoorPlan.of(Door.toStaff("/console/roles/**", Right.STAFF_SET));
    }
}
