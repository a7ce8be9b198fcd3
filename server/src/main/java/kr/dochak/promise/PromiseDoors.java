package kr.dochak.promise;

import kr.dochak.identity.ApiCaller.Scope;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may open what of this module. */
@Configuration(proxyBeanMethods = false)
class PromiseDoors {

    @Bean
    DoorPlan promiseApi() {
        return DoorPlan.of(
                Door.toKeys("/api/v1/promises/**", Scope.MALL), Door.toKeys("/api/v1/orders/*/promise", Scope.MALL));
    }
}
