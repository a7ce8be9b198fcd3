package kr.dochak.messaging;

import java.time.Duration;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Settings;
import kr.dochak.settings.Unit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** How long what was said stays, and its links open (SET-1). */
@Component
public class RecordNumbers {

    /** How long a customer can read what they were told: the three years of complaints (전자상거래법 시행령 제6조), of which one may be a leap year. */
    static final Setting<Duration> KEEP_NOTICES = Setting.span(
                    "messaging.keep-notices", Section.PRIVACY, Unit.DAYS, 1096, 3660, 1096)
            .withSecondPerson();
    /** How long a tracking link in a message opens its order. */
    static final Setting<Duration> LINK_VALID_FOR =
            Setting.span("messaging.link-valid-for", Section.MESSAGES, Unit.DAYS, 3, 90, 30);

    private final Settings settings;

    RecordNumbers(Settings settings) {
        this.settings = settings;
    }

    public Duration keepNotices() {
        return settings.of(KEEP_NOTICES);
    }

    public Duration linkValidFor() {
        return settings.of(LINK_VALID_FOR);
    }

    @Configuration(proxyBeanMethods = false)
    static class Plan {

        @Bean
        SettingPlan recordSettingPlan() {
            return SettingPlan.of(KEEP_NOTICES, LINK_VALID_FOR);
        }
    }
}
