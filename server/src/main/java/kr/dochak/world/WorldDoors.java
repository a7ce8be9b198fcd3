package kr.dochak.world;

import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Everybody may read the world's time; an admin's key moves it. */
@Configuration(proxyBeanMethods = false)
class WorldDoors {

    @Bean
    DoorPlan clockApi() {
        return DoorPlan.of(Door.toEverybody("/internal/clock").on(HttpMethod.GET), Door.toKeys("/internal/clock"));
    }
}
