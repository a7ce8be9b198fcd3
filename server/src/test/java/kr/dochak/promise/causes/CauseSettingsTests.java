package kr.dochak.promise.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import kr.dochak.ProductTest;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingDesk;
import kr.dochak.settings.SettingFixture;
import kr.dochak.settings.Settings;
import kr.dochak.shared.MallId;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** PRM-4, SET-1: what is lost and what is a situation are settings; a change counts without a restart. */
@ProductTest
class CauseSettingsTests {

    @Autowired
    CauseNumbers numbers;

    @Autowired
    Settings settings;

    @Autowired
    SettingDesk desk;

    @Autowired
    WorldClock clock;

    @Test
    void PRM_4_as_delivered() {
        assertThat(numbers.now()).isEqualTo(SituationRuleTests.SETTINGS);
    }

    @Test
    void SET_1_each_figure_can_be_set_and_counts_at_once() {
        try (var unused = SettingFixture.set(
                desk,
                settings,
                clock.instant(),
                Map.of(
                        CauseNumbers.AGAIN, 20L,
                        CauseNumbers.BEHIND, 90L,
                        CauseNumbers.UNLEARNED, 12L,
                        CauseNumbers.SITUATION_LEAST, 7L,
                        CauseNumbers.CHANCE_IN, 1_000L,
                        CauseNumbers.CHANCE_IN_OF_NIGHT, 500L,
                        CauseNumbers.FLOOR, 20L,
                        CauseNumbers.OF_ITSELF_TOLD, 15L,
                        CauseNumbers.NIGHTS, 3L,
                        CauseNumbers.MOST_HUBS, 80L))) {
            CauseSettings set = numbers.now();
            assertThat(set.again()).isEqualTo(Duration.ofHours(20));
            assertThat(set.behind()).isEqualTo(Duration.ofMinutes(90));
            assertThat(set.least()).isEqualTo(Duration.ofHours(1));
            assertThat(set.unlearned()).isEqualTo(Duration.ofHours(12));
            assertThat(set.situation().least()).isEqualTo(7);
            assertThat(set.situation().chance()).isEqualTo(.001);
            assertThat(set.situation().chanceOfNight()).isEqualTo(.002);
            assertThat(set.situation().floor()).isEqualTo(.2);
            assertThat(set.situation().ofItselfTold()).isEqualTo(.015);
            assertThat(set.situation().nights()).isEqualTo(3);
            assertThat(set.situation().mostHubs()).isEqualTo(.8);
        }
    }

    @Test
    void SET_1_what_a_file_gave_is_the_same_number() {
        assertThat(former(CauseNumbers.OF_ITSELF, "0.03")).hasValue(30);
        assertThat(former(CauseNumbers.LIFT, "2")).hasValue(200);
        assertThat(former(CauseNumbers.FLOOR, "1e-1")).hasValue(10);
        assertThat(former(CauseNumbers.BEHIND, "90m")).hasValue(90);
        assertThat(former(CauseNumbers.LIFT, "2.005")).isEmpty();
        assertThat(former(CauseNumbers.LIFT, "twice")).isEmpty();
        assertThat(CausesConfiguration.chanceIn("1e-5")).containsEntry(MallId.DEFAULT, 100_000L);
        assertThat(CausesConfiguration.chanceIn("never")).isEmpty();
        assertThat(CausesConfiguration.chanceIn(null)).isEmpty();
    }

    private static OptionalLong former(Setting<?> setting, String given) {
        return SettingFixture.former(setting, given);
    }
}
