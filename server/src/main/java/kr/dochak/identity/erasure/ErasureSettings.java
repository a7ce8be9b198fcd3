package kr.dochak.identity.erasure;

import java.time.Duration;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Settings;
import kr.dochak.settings.Unit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is policy about erasures (SET-1, IDN-3). */
@Configuration(proxyBeanMethods = false)
public class ErasureSettings {

    private static final Setting<Duration> DEADLINE =
            Setting.span("erasure.deadline", Section.PRIVACY, Unit.DAYS, 1, 10, 10);
    private static final Setting<Duration> GRACE =
            Setting.span("erasure.grace", Section.PRIVACY, Unit.HOURS, 1, 72, 24);
    private static final Setting<Duration> NEAR = Setting.span("erasure.near", Section.PRIVACY, Unit.DAYS, 1, 9, 3);
    private static final Setting<Duration> BACKUPS = Setting.span(
                    "erasure.backups", Section.PRIVACY, Unit.DAYS, 1, 400, 35)
            .withSecondPerson();

    /** How long until what must end first is looked at again. */
    static final Duration LOOK_AGAIN = Duration.ofHours(1);
    /** How long the link to a copy of somebody's data works. */
    static final Duration COPY_VALID = Duration.ofMinutes(10);

    private final Settings settings;

    ErasureSettings(Settings settings) {
        this.settings = settings;
    }

    /** Until when it must be done; ten days by 개인정보 보호법 시행령 제43조 at most. */
    public Duration deadline() {
        return settings.of(DEADLINE);
    }

    /** How long it can be taken back, and nothing is destroyed. */
    public Duration grace() {
        return settings.of(GRACE);
    }

    /** How long before the deadline the board says so. */
    public Duration near() {
        return settings.of(NEAR);
    }

    /** How long copies of the database are kept; until then an erased key may lie in one. */
    public Duration backups() {
        return settings.of(BACKUPS);
    }

    @Bean
    static SettingPlan erasureSettingPlan() {
        return SettingPlan.of(DEADLINE, GRACE, NEAR, BACKUPS);
    }
}
