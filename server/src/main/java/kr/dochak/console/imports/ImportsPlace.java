package kr.dochak.console.imports;

import static kr.dochak.pages.NavEntry.Surface.CONSOLE;

import kr.dochak.api.UploadPlace;
import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 주문 파일: the entry and the doors. */
@Configuration(proxyBeanMethods = false)
class ImportsPlace {

    @Bean
    NavEntry importsEntry() {
        return new NavEntry(CONSOLE, 25, "imports", "/console/imports", "upload");
    }

    @Bean
    UploadPlace importedFiles() {
        return new UploadPlace(ImportsPage.LIST);
    }

    @Bean
    UploadPlace lookedAtFiles() {
        return new UploadPlace(ImportsPage.LIST + "/look");
    }

    @Bean
    DoorPlan importPageDoors() {
        return DoorPlan.of(Door.toStaff("/console/imports/**", Right.ORDERS_IMPORT));
    }
}
