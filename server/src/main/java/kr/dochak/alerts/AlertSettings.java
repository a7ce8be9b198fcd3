package kr.dochak.alerts;

import java.time.Duration;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Settings;
import kr.dochak.settings.Unit;
import kr.dochak.shared.MallId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The numbers of alerts (MSG-7, SET-1). */
@Component
public class AlertSettings {

    /** After how long an alert that nobody acknowledged rings again. */
    static final Setting<Duration> REPEAT_AFTER = Setting.span(
                    "alerts.repeat-after", Section.MESSAGES, Unit.MINUTES, 5, 1_440, 30)
            .ofEachMall();
    /** After how long it goes on to the next who hear it. */
    static final Setting<Duration> ESCALATE_AFTER = Setting.span(
                    "alerts.escalate-after", Section.MESSAGES, Unit.MINUTES, 1, 1_440, 15)
            .ofEachMall();
    /** From how many open alerts of one kind on they are one. */
    static final Setting<Integer> STORM_FROM = Setting.count(
                    "alerts.storm-from", Section.MESSAGES, Unit.TIMES, 3, 1_000, 10)
            .ofEachMall();
    /** How long an alert is kept after its cause was over. */
    static final Setting<Duration> KEEP_CLOSED =
            Setting.span("alerts.keep-closed", Section.MESSAGES, Unit.DAYS, 7, 1_830, 365);

    private final Settings settings;

    AlertSettings(Settings settings) {
        this.settings = settings;
    }

    public Duration repeatAfter(MallId mall) {
        return settings.of(REPEAT_AFTER, mall);
    }

    public Duration escalateAfter(MallId mall) {
        return settings.of(ESCALATE_AFTER, mall);
    }

    int stormFrom(MallId mall) {
        return settings.of(STORM_FROM, mall);
    }

    Duration keepClosed() {
        return settings.of(KEEP_CLOSED);
    }

    @Configuration(proxyBeanMethods = false)
    static class Plan {

        @Bean
        SettingPlan alertSettingPlan() {
            return SettingPlan.of(REPEAT_AFTER, ESCALATE_AFTER, STORM_FROM, KEEP_CLOSED);
        }
    }
}
