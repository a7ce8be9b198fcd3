package kr.dochak.promise.areas;

import java.time.Duration;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Settings;
import kr.dochak.settings.Unit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What is policy about warnings of areas (SET-1). */
@Component
class AreaNumbers {

    /** How far back deliveries under warnings still say what these cost: a year, since snow comes once in it. */
    static final Setting<Duration> LEARN_FROM =
            Setting.span("promise.areas.learn-from", Section.FORECAST, Unit.DAYS, 30, 1_830, 400);

    private final Settings settings;

    AreaNumbers(Settings settings) {
        this.settings = settings;
    }

    Duration learnFrom() {
        return settings.of(LEARN_FROM);
    }

    @Configuration(proxyBeanMethods = false)
    static class Plan {

        @Bean
        SettingPlan areaSettingPlan() {
            return SettingPlan.of(LEARN_FROM);
        }
    }
}
