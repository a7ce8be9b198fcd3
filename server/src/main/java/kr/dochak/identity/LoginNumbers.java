package kr.dochak.identity;

import java.time.Duration;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Settings;
import kr.dochak.settings.Unit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What is policy about logging in (SET-1, IDN-1). Limits against floods stay with {@link IdentitySettings}. */
@Component
public class LoginNumbers {

    /** Wrong passwords for one account from one network before each makes the next wait longer. */
    static final Setting<Integer> PASSWORD_TRIES =
            Setting.count("identity.login.password-tries", Section.SECURITY, Unit.TIMES, 3, 20, 5);
    /** The longest of these waits. */
    static final Setting<Duration> PASSWORD_LOCK =
            Setting.span("identity.login.password-lock", Section.SECURITY, Unit.MINUTES, 5, 1440, 15);

    private final Settings settings;

    LoginNumbers(Settings settings) {
        this.settings = settings;
    }

    public int passwordTries() {
        return settings.of(PASSWORD_TRIES);
    }

    public Duration passwordLock() {
        return settings.of(PASSWORD_LOCK);
    }

    @Configuration(proxyBeanMethods = false)
    static class Plan {

        @Bean
        SettingPlan loginSettingPlan() {
            return SettingPlan.of(PASSWORD_TRIES, PASSWORD_LOCK);
        }
    }
}
