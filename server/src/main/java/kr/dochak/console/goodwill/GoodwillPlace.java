package kr.dochak.console.goodwill;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The doors of goodwill: who works on cases asks for it, who sees compensation reads it. */
@Configuration(proxyBeanMethods = false)
class GoodwillPlace {

    static final String AT = "/console/orders/{id}/goodwill";

    @Bean
    DoorPlan goodwillDoors() {
        return DoorPlan.of(
                Door.toStaff("/console/orders/*/goodwill", Right.CASES_WORK, Right.COMPENSATION_SEE),
                Door.toStaff("/console/orders/*/goodwill", Right.CASES_WORK).on(HttpMethod.POST),
                Door.toStaff("/console/orders/*/goodwill/**", Right.CASES_WORK));
    }
}
