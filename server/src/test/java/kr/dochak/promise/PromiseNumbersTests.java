package kr.dochak.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.dochak.ProductTest;
import kr.dochak.promise.silence.SilenceSettings;
import kr.dochak.promise.windows.PromiseNumbers;
import kr.dochak.promise.windows.WarningCosts;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingDesk;
import kr.dochak.settings.SettingFixture;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Settings;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** SET-1: what is policy about learning, silence and warnings is a setting; a change counts without a restart. */
@ProductTest
class PromiseNumbersTests {

    @Autowired
    PromiseNumbers numbers;

    @Autowired
    Settings settings;

    @Autowired
    SettingDesk desk;

    @Autowired
    WorldClock clock;

    @Autowired
    KnowledgeRefresh refresh;

    @Autowired
    KnowledgeInUse knowledge;

    @Autowired
    List<SettingPlan> plans;

    private Setting<?> setting(String key) {
        return settings.byKey(key).orElseThrow();
    }

    @Test
    void SET_1_as_delivered() {
        assertThat(numbers.silence()).isEqualTo(SilenceSettings.USUAL);
        assertThat(numbers.warning()).isEqualTo(new WarningCosts(4_500, 500));
        assertThat(numbers.learnFrom()).isEqualTo(Duration.ofDays(60));
        assertThat(numbers.leastDeliveries()).isEqualTo(1_000);
    }

    @Test
    void PRM_4_what_a_warning_costs_and_when_a_parcel_is_silent_count_with_the_next_minute() {
        refresh.tick(clock.instant());
        Knowledge before = knowledge.current();
        refresh.tick(clock.instant());
        assertThat(knowledge.current()).isSameAs(before);
        try (var unused = SettingFixture.set(
                desk,
                settings,
                clock.instant(),
                Map.of(setting("promise.warning.missed"), 4_500L, setting("promise.silence.usual"), 30L))) {
            assertThat(numbers.warning().surelyLate()).isEqualTo(.5);
            assertThat(numbers.silence().usual()).isEqualTo(Duration.ofHours(30));
            refresh.tick(clock.instant());
            assertThat(knowledge.current()).isNotSameAs(before);
        }
        refresh.tick(clock.instant());
    }

    /** A number of one may move up to its bound without making another nonsense. */
    @Test
    void SET_1_the_bounds_keep_the_shortest_gap_under_the_longest() {
        assertThat(setting("promise.silence.least").most())
                .isLessThanOrEqualTo(setting("promise.silence.most").least());
        assertThat(setting("promise.warning.wrong").least()).isPositive();
    }

    @Test
    void SET_1_the_past_shows_how_many_parcels_were_silent_for_longer() {
        var looks = plans.stream()
                .flatMap(plan -> plan.previews().stream())
                .filter(each -> each.setting().key().startsWith("promise."))
                .collect(Collectors.toMap(each -> each.setting().key(), each -> each.look()));
        assertThat(looks)
                .containsOnlyKeys(
                        "promise.learn-from", "promise.silence.usual", "promise.silence.least", "promise.silence.most");
        looks.values()
                .forEach(look -> assertThat(
                                look.at(30, null, clock.instant().minus(Duration.ofDays(30)), clock.instant()))
                        .hasSize(1));
    }
}
