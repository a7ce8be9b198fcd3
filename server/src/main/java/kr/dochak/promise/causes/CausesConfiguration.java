package kr.dochak.promise.causes;

import java.util.Map;
import kr.dochak.settings.SettingOrigin;
import kr.dochak.settings.SettingPlan;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The settings of causes. */
@Configuration(proxyBeanMethods = false)
class CausesConfiguration {

    private static final String CHANCE = "dochak.promise.causes.situation.chance";

    @Bean
    SettingPlan causeSettingPlan(Environment environment) {
        return SettingPlan.of(
                        CauseNumbers.LEAST,
                        CauseNumbers.BEHIND,
                        CauseNumbers.AGAIN,
                        CauseNumbers.UNLEARNED,
                        CauseNumbers.SITUATION_LEAST,
                        CauseNumbers.STANDING,
                        CauseNumbers.LIFT,
                        CauseNumbers.BEYOND,
                        CauseNumbers.CHANCE_IN,
                        CauseNumbers.CHANCE_IN_OF_NIGHT,
                        CauseNumbers.FLOOR,
                        CauseNumbers.OF_ITSELF,
                        CauseNumbers.OF_ITSELF_TOLD,
                        CauseNumbers.NIGHTS,
                        CauseNumbers.MOST_HUBS)
                .from(new SettingOrigin(
                        CauseNumbers.CHANCE_IN, CHANCE, () -> chanceIn(environment.getProperty(CHANCE))));
    }

    /** A file named the chance itself; the page names in how many looks it comes once. */
    static Map<MallId, Long> chanceIn(@Nullable String given) {
        try {
            double chance = given == null ? 0 : Double.parseDouble(given);
            return chance > 0 ? Map.of(MallId.DEFAULT, Math.round(1 / chance)) : Map.of();
        } catch (NumberFormatException none) {
            return Map.of();
        }
    }
}
