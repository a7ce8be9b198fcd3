package kr.dochak.orders;

import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Settings;
import kr.dochak.settings.Unit;
import kr.dochak.shared.MallId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is policy about orders (SET-1). */
@Configuration(proxyBeanMethods = false)
class OrdersSettings {

    /** How often the customer of one order may change the delivery request in 24 hours. */
    private static final Setting<Integer> REQUESTS_IN_DAY = Setting.count(
                    "orders.requests-in-day", Section.ORDERS, Unit.TIMES, 1, 50, 10)
            .ofEachMall();

    private final Settings settings;

    OrdersSettings(Settings settings) {
        this.settings = settings;
    }

    int requestsInDay(MallId mall) {
        return settings.of(REQUESTS_IN_DAY, mall);
    }

    @Bean
    static SettingPlan orderSettingPlan() {
        return SettingPlan.of(REQUESTS_IN_DAY);
    }
}
