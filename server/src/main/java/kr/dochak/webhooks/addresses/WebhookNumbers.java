package kr.dochak.webhooks.addresses;

import java.time.Duration;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Settings;
import kr.dochak.settings.Unit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What is policy about webhooks (SET-1). */
@Component
public class WebhookNumbers {

    /** After how long of only failures an endpoint is stopped. */
    static final Setting<Duration> DISABLE_AFTER =
            Setting.span("webhooks.disable-after", Section.ORDERS, Unit.DAYS, 1, 30, 5);
    /** How long requests are signed with the former secret too. */
    static final Setting<Duration> OLD_SECRET_VALID =
            Setting.span("webhooks.old-secret-valid", Section.SECURITY, Unit.HOURS, 1, 168, 24);
    /** How long events can be seen and replayed. */
    static final Setting<Duration> KEEP = Setting.span("webhooks.keep", Section.PRIVACY, Unit.DAYS, 7, 365, 30);

    private final Settings settings;

    WebhookNumbers(Settings settings) {
        this.settings = settings;
    }

    public Duration disableAfter() {
        return settings.of(DISABLE_AFTER);
    }

    public Duration oldSecretValid() {
        return settings.of(OLD_SECRET_VALID);
    }

    public Duration keep() {
        return settings.of(KEEP);
    }

    @Configuration(proxyBeanMethods = false)
    static class Plan {

        @Bean
        SettingPlan webhookSettingPlan() {
            return SettingPlan.of(DISABLE_AFTER, OLD_SECRET_VALID, KEEP);
        }
    }
}
