package kr.dochak.identity.security;

import java.time.Duration;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Settings;
import kr.dochak.settings.Unit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What is policy about the security log (SET-1). */
@Component
class SecurityNumbers {

    /** How long its rows stay: two years at least, since it has log-ins of staff (개인정보의 안전성 확보조치 기준 제8조). */
    static final Setting<Duration> KEPT = Setting.span(
                    "identity.security.kept", Section.PRIVACY, Unit.DAYS, 731, 3660, 731)
            .withSecondPerson();
    /** Refusals within ten minutes beyond which the board shows a line. */
    static final Setting<Integer> ALARM =
            Setting.count("identity.security.alarm", Section.SECURITY, Unit.TIMES, 10, 10000, 100);

    private final Settings settings;

    SecurityNumbers(Settings settings) {
        this.settings = settings;
    }

    Duration kept() {
        return settings.of(KEPT);
    }

    int alarm() {
        return settings.of(ALARM);
    }

    @Configuration(proxyBeanMethods = false)
    static class Plan {

        @Bean
        SettingPlan securitySettingPlan() {
            return SettingPlan.of(KEPT, ALARM);
        }
    }
}
