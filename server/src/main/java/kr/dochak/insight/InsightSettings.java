package kr.dochak.insight;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.Settings;
import kr.dochak.settings.Unit;
import kr.dochak.shared.MallId;
import org.springframework.stereotype.Component;

/** How long each step should take at most (FUL-5). */
@Component
class InsightSettings {

    static final Map<Step, Setting<Duration>> TARGETS = Map.of(
            Step.PICKING, target("picking", 4),
            Step.PACKING, target("packing", 2),
            Step.HANDOVER, target("handover", 6),
            Step.MOVING, target("moving", 16),
            Step.LAST_MILE, target("last-mile", 6));

    private final Settings settings;

    InsightSettings(Settings settings) {
        this.settings = settings;
    }

    private static Setting<Duration> target(String step, long hours) {
        return Setting.span("insight.targets." + step, Section.DELIVERY, Unit.HOURS, 1, 72, hours)
                .ofEachMall();
    }

    Duration target(Step step, MallId mall) {
        return settings.of(Objects.requireNonNull(TARGETS.get(step)), mall);
    }
}
