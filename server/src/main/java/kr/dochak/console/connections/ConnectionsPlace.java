package kr.dochak.console.connections;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of 연결; its way in is a tab of 설정 and a link of 연동. All malls share the keys. */
@Configuration(proxyBeanMethods = false)
class ConnectionsPlace {

    @Bean
    DoorPlan connectionDoors() {
        return DoorPlan.of(Door.toStaff(ConnectionsPage.AT + "/**", Right.PLATFORM));
    }
}
