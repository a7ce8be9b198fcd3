package kr.dochak.opening;

import java.time.Duration;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.Settings;
import kr.dochak.settings.Unit;
import kr.dochak.shared.MallId;
import org.springframework.stereotype.Component;

/** How often the way is tried by itself (SET-1, SET-2). */
@Component
class OpeningSettings {

    /** Zero is never. */
    static final Setting<Duration> PROBE_EVERY = Setting.span(
                    "opening.probe-every", Section.DELIVERY, Unit.HOURS, 0, 168, 0)
            .ofEachMall();

    private final Settings settings;

    OpeningSettings(Settings settings) {
        this.settings = settings;
    }

    Duration probeEvery(MallId mall) {
        return settings.of(PROBE_EVERY, mall);
    }
}
