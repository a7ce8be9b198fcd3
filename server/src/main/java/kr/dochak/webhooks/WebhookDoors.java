package kr.dochak.webhooks;

import kr.dochak.identity.ApiCaller.Scope;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may open what of this module. */
@Configuration(proxyBeanMethods = false)
class WebhookDoors {

    @Bean
    DoorPlan webhookApi() {
        return DoorPlan.of(Door.toKeys("/api/v1/webhooks/**", Scope.MALL));
    }
}
