package kr.dochak.compensation;

import java.time.Duration;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Settings;
import kr.dochak.settings.Unit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What is policy about what compensation remembers (SET-1). */
@Component
class CompensationNumbers {

    /** How long a kept promise is remembered, so that a delay told of too late is not compensated; longer than any fact can be under way. */
    static final Setting<Duration> REMEMBER_KEPT =
            Setting.span("compensation.remember-kept", Section.MONEY, Unit.DAYS, 7, 90, 14);

    private final Settings settings;

    CompensationNumbers(Settings settings) {
        this.settings = settings;
    }

    Duration rememberKept() {
        return settings.of(REMEMBER_KEPT);
    }

    @Configuration(proxyBeanMethods = false)
    static class Plan {

        @Bean
        SettingPlan compensationSettingPlan() {
            return SettingPlan.of(REMEMBER_KEPT);
        }
    }
}
