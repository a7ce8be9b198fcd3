package kr.dochak.orders;

import kr.dochak.api.UploadPlace;
import kr.dochak.identity.ApiCaller.Scope;
import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.identity.doors.LiveDoor;
import kr.dochak.shared.OrderId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may open what of this module. */
@Configuration(proxyBeanMethods = false)
class OrderDoors {

    @Bean
    DoorPlan orderApi() {
        return DoorPlan.of(Door.toKeys("/api/v1/orders/**", Scope.MALL), Door.toKeys("/api/v1/imports/**", Scope.MALL));
    }

    @Bean
    UploadPlace orderFiles() {
        return new UploadPlace("/api/v1/orders/import");
    }

    /** Staff hear of the orders of their malls. */
    @Bean
    LiveDoor liveOrders(Orders orders) {
        return LiveDoor.each(
                OrderTopic.KIND,
                (staff, id) -> staff.may(Right.ORDERS_SEE)
                        && orders.find(new OrderId(id))
                                .filter(order -> staff.malls().contains(order.tenantId()))
                                .isPresent());
    }
}
