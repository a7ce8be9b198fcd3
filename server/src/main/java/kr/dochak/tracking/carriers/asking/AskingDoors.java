package kr.dochak.tracking.carriers.asking;

import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where aggregators call back; each call is checked by its hook. */
@Configuration(proxyBeanMethods = false)
class AskingDoors {

    @Bean
    DoorPlan askingHooks() {
        return DoorPlan.of(Door.toEverybody("/hooks/sweettracker/**"), Door.toEverybody("/hooks/tracker-delivery/**"));
    }
}
