package kr.dochak.tracking;

import java.time.Duration;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Settings;
import kr.dochak.settings.Unit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What is policy about scans (SET-1). */
@Component
public class TrackingNumbers {

    /** How long scans stay: three years, since they are evidence of complaints (전자상거래법 시행령 제6조); shipments and their moves stay. */
    static final Setting<Duration> KEEP_SCANS = Setting.span(
                    "tracking.keep-scans", Section.PRIVACY, Unit.DAYS, 1096, 3660, 1096)
            .withSecondPerson();
    /** How long the bodies that carriers and malls push stay readable (TRK-2). */
    static final Setting<Duration> KEEP_PUSHED =
            Setting.span("tracking.keep-pushed", Section.PRIVACY, Unit.DAYS, 7, 365, 30);
    /** After how long without a scan a parcel on its way back needs hands (TRK-4). */
    static final Setting<Duration> QUIET_RETURN =
            Setting.span("tracking.quiet-return", Section.DELIVERY, Unit.DAYS, 1, 14, 3);

    private final Settings settings;

    TrackingNumbers(Settings settings) {
        this.settings = settings;
    }

    public Duration keepScans() {
        return settings.of(KEEP_SCANS);
    }

    public Duration keepPushed() {
        return settings.of(KEEP_PUSHED);
    }

    public Duration quietReturn() {
        return settings.of(QUIET_RETURN);
    }

    @Configuration(proxyBeanMethods = false)
    static class Plan {

        @Bean
        SettingPlan trackingSettingPlan() {
            return SettingPlan.of(KEEP_SCANS, KEEP_PUSHED, QUIET_RETURN);
        }
    }
}
