package kr.dochak.messaging;

import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where vendors report what became of a message; the hook checks the signature. */
@Configuration(proxyBeanMethods = false)
class MessagingDoors {

    @Bean
    DoorPlan vendorHooks() {
        return DoorPlan.of(Door.toEverybody("/hooks/nhn/**"));
    }
}
