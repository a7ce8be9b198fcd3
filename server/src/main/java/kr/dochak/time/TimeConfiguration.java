package kr.dochak.time;

import java.time.Instant;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the world's clock. A world with its own time goes on where it was before the restart, whatever the calendar outside says. */
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
        Instant reached = saved.reached();
        if (reached != null) {
            return reached;
        }
        String start = settings.clock().start();
        return start == null || start.isBlank() ? WorldClock.real().instant() : Instant.parse(start);
    }
}
