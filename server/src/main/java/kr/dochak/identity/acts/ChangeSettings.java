package kr.dochak.identity.acts;

import java.time.Duration;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Unit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is policy about the change log (SET-1). */
@Configuration(proxyBeanMethods = false)
class ChangeSettings {

    /**
     * How long acts of staff are kept: a year at least, two where fifty thousand people are known (개인정보의 안전성 확보조치 기준
     * 제8조). Nobody knows beforehand how many a company will have, so it is two for all.
     */
    static final Setting<Duration> KEPT = Setting.span("changes.kept", Section.PRIVACY, Unit.DAYS, 731, 3_660, 1_096)
            .withSecondPerson();

    @Bean
    SettingPlan changeSettingPlan() {
        return SettingPlan.of(KEPT);
    }
}
