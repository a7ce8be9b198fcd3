package kr.dochak.promise.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** PRM-4: what is lost and what is a situation is set by {@code dochak.promise.causes.*}. */
class CauseSettingsTests {

    @Test
    void PRM_4_as_delivered() {
        assertThat(bound(Map.of())).isEqualTo(SituationRuleTests.SETTINGS);
    }

    @Test
    void PRM_4_each_figure_can_be_set() {
        CauseSettings set = bound(Map.of(
                "dochak.promise.causes.again", "20h",
                "dochak.promise.causes.behind", "90m",
                "dochak.promise.causes.unlearned", "12h",
                "dochak.promise.causes.situation.least", "7",
                "dochak.promise.causes.situation.chance-of-night", "0.001",
                "dochak.promise.causes.situation.floor", "0.2",
                "dochak.promise.causes.situation.of-itself-told", "0.02",
                "dochak.promise.causes.situation.nights", "3",
                "dochak.promise.causes.situation.most-hubs", "0.8"));
        assertThat(set.again()).isEqualTo(Duration.ofHours(20));
        assertThat(set.behind()).isEqualTo(Duration.ofMinutes(90));
        assertThat(set.least()).isEqualTo(Duration.ofHours(1));
        assertThat(set.unlearned()).isEqualTo(Duration.ofHours(12));
        assertThat(set.situation().least()).isEqualTo(7);
        assertThat(set.situation().chanceOfNight()).isEqualTo(.001);
        assertThat(set.situation().floor()).isEqualTo(.2);
        assertThat(set.situation().ofItselfTold()).isEqualTo(.02);
        assertThat(set.situation().nights()).isEqualTo(3);
        assertThat(set.situation().mostHubs()).isEqualTo(.8);
    }

    private static CauseSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("dochak.promise.causes", CauseSettings.class);
    }
}
