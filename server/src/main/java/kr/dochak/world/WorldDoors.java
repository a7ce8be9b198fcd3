package kr.dochak.world;

import kr.dochak.identity.ApiCaller.Scope;
import kr.dochak.identity.IdentitySettings;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Any key reads the world's time, in a demo everybody; an admin's key moves it. */
@Configuration(proxyBeanMethods = false)
class WorldDoors {

    @Bean
    DoorPlan clockApi(IdentitySettings settings) {
        Door reading = settings.demo()
                ? Door.toEverybody("/internal/clock")
                : Door.toKeys("/internal/clock", Scope.MALL, Scope.CARRIER);
        return DoorPlan.of(reading.on(HttpMethod.GET), Door.toKeys("/internal/clock"));
    }
}
