package kr.dochak.tracking.intake;

import kr.dochak.identity.ApiCaller.Scope;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may bring scans. */
@Configuration(proxyBeanMethods = false)
class IntakeDoors {

    /** A carrier's own events are signed: who sends them is checked over the raw body. */
    @Bean
    DoorPlan intakeApi() {
        return DoorPlan.of(
                Door.toKeys("/api/v1/scans/**", Scope.MALL),
                Door.toKeys("/api/v1/scans", Scope.CARRIER, Scope.MALL).on(HttpMethod.POST),
                Door.toEverybody("/api/v1/carriers/*/events").on(HttpMethod.POST));
    }
}
