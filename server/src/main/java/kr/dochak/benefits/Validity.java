package kr.dochak.benefits;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.function.Function;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingOrigin;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Settings;
import kr.dochak.settings.Unit;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long benefits are good for (SET-1). */
@Configuration(proxyBeanMethods = false)
class Validity {

    private static final Setting<Duration> POINTS = Setting.span(
                    "benefits.points-valid", Section.MONEY, Unit.DAYS, 30, 1_825, 365)
            .withSecondPerson();
    private static final Setting<Duration> COUPON = Setting.span(
                    "benefits.coupons-valid", Section.MONEY, Unit.DAYS, 7, 1_825, 90)
            .withSecondPerson();

    private final Settings settings;

    Validity(Settings settings) {
        this.settings = settings;
    }

    /** From the moment something is given to the midnight in Seoul from which it is good no more. */
    Function<Instant, Instant> expiryOf(Movement.Unit unit) {
        long days = settings.of(of(unit)).toDays();
        return given -> Seoul.instant(Seoul.dateOf(given).plusDays(days + 1), LocalTime.MIDNIGHT);
    }

    private static Setting<Duration> of(Movement.Unit unit) {
        return switch (unit) {
            case POINTS -> POINTS;
            case COUPON -> COUPON;
        };
    }

    @Bean
    static SettingPlan benefitSettingPlan(JdbcClient jdbc) {
        return SettingPlan.of(POINTS, COUPON)
                .from(former(Movement.Unit.POINTS, jdbc), former(Movement.Unit.COUPON, jdbc));
    }

    private static SettingOrigin former(Movement.Unit unit, JdbcClient jdbc) {
        return new SettingOrigin(
                of(unit),
                "benefits.validity",
                () -> Map.of(
                        MallId.DEFAULT,
                        jdbc.sql("select days from benefits.validity where unit = :unit")
                                .param("unit", unit.name())
                                .query(Long.class)
                                .single()));
    }
}
