package kr.dochak.orders;

import kr.dochak.identity.LiveDoor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may open what of this module. */
@Configuration(proxyBeanMethods = false)
class OrderDoors {

    /** Staff hear of the orders of their own mall. */
    @Bean
    LiveDoor liveOrders(Orders orders) {
        return LiveDoor.each("order", (staff, id) -> orders.find(id)
                .filter(order -> order.tenantId() == staff.tenantId())
                .isPresent());
    }
}
