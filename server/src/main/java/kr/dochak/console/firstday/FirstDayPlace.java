package kr.dochak.console.firstday;

import kr.dochak.api.UploadPlace;
import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of 개점 준비; its way in is a tab of 내 계정, and the board until all is done. */
@Configuration(proxyBeanMethods = false)
class FirstDayPlace {

    @Bean
    DoorPlan firstDayDoors() {
        return DoorPlan.of(Door.toStaff(FirstDayPage.AT + "/**", Right.STAFF_SET));
    }

    @Bean
    UploadPlace pastFiles() {
        return new UploadPlace(PastPage.AT);
    }
}
