package kr.dochak.portal;

import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may open which pages of the portal. */
@Configuration(proxyBeanMethods = false)
class PortalDoors {

    /** The tracking page's token decides in the page itself, as does who may hear a live topic. */
    @Bean
    DoorPlan portalDoors() {
        return DoorPlan.of(
                Door.toCustomers("/"),
                Door.toCustomers("/orders/**"),
                Door.toCustomers("/benefits/**"),
                Door.toCustomers("/help/**"),
                Door.toCustomers("/inquiries/**"),
                Door.toCustomers("/settings/**"),
                Door.toCustomers("/inbox/**"),
                Door.toEverybody("/t/**"),
                Door.toEverybody("/live/**"),
                Door.toEverybody("/policy/**"));
    }
}
