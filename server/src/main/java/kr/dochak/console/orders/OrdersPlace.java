package kr.dochak.console.orders;

import static kr.dochak.pages.NavEntry.Surface.CONSOLE;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** 주문, 추적 and the search: the entry and the doors. */
@Configuration(proxyBeanMethods = false)
class OrdersPlace {

    @Bean
    NavEntry orderListEntry() {
        return new NavEntry(CONSOLE, 20, "order-list", "/console/orders", "list");
    }

    @Bean
    DoorPlan orderListDoors() {
        return DoorPlan.of(
                Door.toStaff("/console/orders/**", Right.ORDERS_SEE),
                Door.toStaff("/console/orders/**", Right.PARCELS_CORRECT).on(HttpMethod.POST),
                Door.toStaff("/console/orders/*/parcels/**", Right.PARCELS_CORRECT),
                Door.toStaff("/console/orders/*/reveal", Right.PERSONS_REVEAL),
                Door.toStaff("/console/search", Right.ORDERS_SEE));
    }
}
