package kr.dochak.messaging.mass;

import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Settings;
import kr.dochak.settings.Unit;
import kr.dochak.shared.MallId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The numbers of notices to many (SET-1), each mall's own. */
@Component
class MassNumbers {

    /** How many orders one notice may mean. */
    static final Setting<Integer> MOST = Setting.count(
                    "messaging.mass-most", Section.MESSAGES, Unit.PARCELS, 1, 50_000, 5_000)
            .ofEachMall();
    /** From how many orders on two people must agree. */
    static final Setting<Integer> SECOND_FROM = Setting.count(
                    "messaging.mass-second-from", Section.MESSAGES, Unit.PARCELS, 1, 50_000, 500)
            .ofEachMall();
    /** How many such notices a customer gets within a day (MSG-5). */
    static final Setting<Integer> MOST_IN_DAY = Setting.count(
                    "messaging.mass-in-day", Section.MESSAGES, Unit.TIMES, 1, 10, 2)
            .ofEachMall();

    private final Settings settings;

    MassNumbers(Settings settings) {
        this.settings = settings;
    }

    int most(MallId mall) {
        return settings.of(MOST, mall);
    }

    int secondFrom(MallId mall) {
        return settings.of(SECOND_FROM, mall);
    }

    int mostInDay(MallId mall) {
        return settings.of(MOST_IN_DAY, mall);
    }

    @Configuration(proxyBeanMethods = false)
    static class Plan {

        @Bean
        SettingPlan massNoticeSettingPlan() {
            return SettingPlan.of(MOST, SECOND_FROM, MOST_IN_DAY);
        }
    }
}
