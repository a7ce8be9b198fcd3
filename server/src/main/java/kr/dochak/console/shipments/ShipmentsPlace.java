package kr.dochak.console.shipments;

import static kr.dochak.pages.NavEntry.Surface.CONSOLE;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 배송: the entry and the doors. */
@Configuration(proxyBeanMethods = false)
class ShipmentsPlace {

    @Bean
    NavEntry shipmentsEntry() {
        return new NavEntry(CONSOLE, 30, "shipments", "/console/shipments", "truck");
    }

    @Bean
    DoorPlan shipmentListDoors() {
        return DoorPlan.of(
                Door.toStaff("/console/shipments/**", Right.SHIPMENTS_SEE),
                Door.toStaff("/console/shipments.csv", Right.SHIPMENTS_SEE));
    }
}
