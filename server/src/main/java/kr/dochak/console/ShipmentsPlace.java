package kr.dochak.console;

import static kr.dochak.shared.NavEntry.Surface.CONSOLE;

import kr.dochak.identity.Door;
import kr.dochak.identity.DoorPlan;
import kr.dochak.shared.NavEntry;
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
        return DoorPlan.of(Door.toStaff("/console/shipments/**"), Door.toStaff("/console/shipments.csv"));
    }
}
