package kr.dochak.console.malls;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of 쇼핑몰; its way in is a tab of 내 계정. */
@Configuration(proxyBeanMethods = false)
class MallsPlace {

    @Bean
    DoorPlan mallDoors() {
        return DoorPlan.of(Door.toStaff("/console/malls/**", Right.PLATFORM));
    }
}
