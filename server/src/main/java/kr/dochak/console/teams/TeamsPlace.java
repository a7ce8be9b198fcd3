package kr.dochak.console.teams;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of 팀; its way in is a tab of 내 계정. */
@Configuration(proxyBeanMethods = false)
class TeamsPlace {

    @Bean
    DoorPlan teamDoors() {
        return DoorPlan.of(Door.toStaff("/console/teams/**", Right.STAFF_SET));
    }
}
