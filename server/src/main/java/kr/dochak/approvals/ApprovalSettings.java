package kr.dochak.approvals;

import java.time.Duration;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Unit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The numbers of approvals (SET-1). */
@Configuration(proxyBeanMethods = false)
class ApprovalSettings {

    /** How long somebody may take to decide before the wish is over. */
    static final Setting<Duration> DEADLINE = Setting.span("approvals.deadline", Section.MONEY, Unit.DAYS, 1, 60, 7);
    /** How long a colleague may stand in at once. */
    static final Setting<Duration> LONGEST_ABSENCE =
            Setting.span("approvals.longest-absence", Section.MONEY, Unit.DAYS, 1, 180, 30);

    @Bean
    SettingPlan approvalSettingPlan() {
        return SettingPlan.of(DEADLINE, LONGEST_ABSENCE);
    }
}
