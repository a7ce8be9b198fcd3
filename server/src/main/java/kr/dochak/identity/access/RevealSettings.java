package kr.dochak.identity.access;

import java.time.Duration;
import java.util.List;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.SettingPreview;
import kr.dochak.settings.Unit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is policy about looks at personal data (SET-1, IDN-2). */
@Configuration(proxyBeanMethods = false)
class RevealSettings {

    /** How many people a member of staff may see in the clear within an hour. */
    static final Setting<Integer> PER_HOUR = Setting.count("reveals.per-hour", Section.PRIVACY, Unit.PEOPLE, 1, 500, 30)
            .withSecondPerson();
    /** How long it is recorded who looked; two years at least (개인정보의 안전성 확보조치 기준 제8조). */
    static final Setting<Duration> KEPT = Setting.span("reveals.kept", Section.PRIVACY, Unit.DAYS, 731, 3_660, 731)
            .withSecondPerson();

    /** With how often somebody of the staff would have been stopped for an hour. */
    @Bean
    SettingPlan revealSettingPlan(Accesses accesses) {
        return SettingPlan.of(PER_HOUR, KEPT)
                .previewing(new SettingPreview(
                        PER_HOUR,
                        (people, mall, from, until) -> List.of(accesses.hoursBeyond(mall, people, from, until))));
    }
}
