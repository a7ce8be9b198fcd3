package kr.dochak.identity.sessions;

import java.time.Duration;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Settings;
import kr.dochak.settings.Unit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** How long log-ins stand, and how many of one person there may be (SET-1). */
@Component
class SessionNumbers {

    /** A log-in of staff ends then, however much it is used. */
    static final Setting<Duration> STAFF_ENDS =
            Setting.span("identity.sessions.staff.ends", Section.SECURITY, Unit.HOURS, 1, 24, 12);
    /** It ends earlier when nothing was asked for so long. */
    static final Setting<Duration> STAFF_IDLE =
            Setting.span("identity.sessions.staff.idle", Section.SECURITY, Unit.MINUTES, 5, 720, 120);
    /** Log-ins of one member of staff at the same time; the oldest ends for a new one. */
    static final Setting<Integer> STAFF_MOST =
            Setting.count("identity.sessions.staff.most", Section.SECURITY, Unit.TIMES, 1, 20, 5);
    /** A log-in of a customer ends then, however much it is used. */
    static final Setting<Duration> CUSTOMERS_END =
            Setting.span("identity.sessions.customers.ends", Section.SECURITY, Unit.DAYS, 1, 365, 30);
    /** It ends earlier when nothing was asked for so long. */
    static final Setting<Duration> CUSTOMERS_IDLE =
            Setting.span("identity.sessions.customers.idle", Section.SECURITY, Unit.DAYS, 1, 365, 14);
    /** Log-ins of one customer at the same time; the oldest ends for a new one. */
    static final Setting<Integer> CUSTOMERS_MOST =
            Setting.count("identity.sessions.customers.most", Section.SECURITY, Unit.TIMES, 1, 50, 10);

    private final Settings settings;

    SessionNumbers(Settings settings) {
        this.settings = settings;
    }

    Duration staffEnds() {
        return settings.of(STAFF_ENDS);
    }

    Duration staffIdle() {
        return settings.of(STAFF_IDLE);
    }

    int staffMost() {
        return settings.of(STAFF_MOST);
    }

    Duration customersEnd() {
        return settings.of(CUSTOMERS_END);
    }

    Duration customersIdle() {
        return settings.of(CUSTOMERS_IDLE);
    }

    int customersMost() {
        return settings.of(CUSTOMERS_MOST);
    }

    @Configuration(proxyBeanMethods = false)
    static class Plan {

        @Bean
        SettingPlan sessionSettingPlan() {
            return SettingPlan.of(STAFF_ENDS, STAFF_IDLE, STAFF_MOST, CUSTOMERS_END, CUSTOMERS_IDLE, CUSTOMERS_MOST);
        }
    }
}
