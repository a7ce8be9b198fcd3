package kr.dochak.time;

import java.time.Instant;
import kr.dochak.shared.Moments;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the world's clock. A world with its own time goes on where it was before the restart, never earlier. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ClockSettings.class, Roles.class})
class TimeConfiguration {

    @Bean
    WorldClock worldClock(ClockSettings settings, WorldTimeRepository saved) {
        return switch (settings.clock().mode()) {
            case REAL -> WorldClock.real();
            case SPEED ->
                WorldClock.running(start(settings, saved), settings.clock().speed());
            case DRIVEN -> WorldClock.driven(start(settings, saved));
        };
    }

    @Bean
    WorldTimeRepository worldTimeRepository(JdbcClient jdbc) {
        return new WorldTimeRepository(jdbc);
    }

    private static Instant start(ClockSettings settings, WorldTimeRepository saved) {
        String start = settings.clock().start();
        Instant wanted = start == null || start.isBlank() ? WorldClock.real().instant() : Instant.parse(start);
        Instant reached = saved.reached();
        return reached == null ? wanted : Moments.later(reached, wanted);
    }
}
