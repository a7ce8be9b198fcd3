package kr.dochak.insight;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.SettingPreview;
import kr.dochak.shared.Seoul;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings of insight, and what they would have done. */
@Configuration(proxyBeanMethods = false)
class InsightConfiguration {

    @Bean
    SettingPlan insightSettingPlan(CounterRepository counters) {
        return SettingPlan.of(each(InsightConfiguration::target, Setting[]::new))
                .previewing(each(step -> slower(step, counters), SettingPreview[]::new));
    }

    private static <T> T[] each(Function<Step, ? extends T> of, IntFunction<T[]> array) {
        return Arrays.stream(Step.values()).map(of).toArray(array);
    }

    /** How many orders took longer than that, of how many. */
    private static SettingPreview slower(Step step, CounterRepository counters) {
        return new SettingPreview(target(step), (hours, mall, from, until) -> {
            CounterRepository.Share share = counters.slower(
                    mall, step, Seoul.dateOf(from), Seoul.dateOf(until), LeadBuckets.of(Duration.ofHours(hours)));
            return List.of(share.slower(), share.all());
        });
    }

    private static Setting<Duration> target(Step step) {
        return Objects.requireNonNull(InsightSettings.TARGETS.get(step));
    }
}
