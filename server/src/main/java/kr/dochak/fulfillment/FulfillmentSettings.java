package kr.dochak.fulfillment;

import java.time.Duration;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Unit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is policy about parcels of cancelled orders (SET-1). */
@Configuration(proxyBeanMethods = false)
class FulfillmentSettings {

    /** How long after its cancellation a parcel is listed; older ones nobody can stop any more. */
    static final Setting<Duration> CANCELLED_SHOWN = Setting.span(
                    "fulfillment.cancelled-shown", Section.ORDERS, Unit.DAYS, 7, 365, 60)
            .ofEachMall();

    @Bean
    SettingPlan fulfillmentSettingPlan() {
        return SettingPlan.of(CANCELLED_SHOWN);
    }
}
