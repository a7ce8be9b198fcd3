package kr.dochak.console.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.SettingPreview;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What settings would have done to the last thirty days, beside what they did as they are. */
@Component
class SettingPreviews {

    static final Duration LOOKED_AT = Duration.ofDays(30);

    private final List<SettingPreview> previews;

    SettingPreviews(List<SettingPlan> plans) {
        this.previews = plans.stream().flatMap(plan -> plan.previews().stream()).toList();
    }

    /** What it would have done, for a mall or for all; the reason why nothing can be said where no past data can tell. */
    String of(Setting<?> setting, long number, long today, @Nullable MallId mall, Instant now, Words words) {
        Instant from = now.minus(LOOKED_AT);
        return look(setting)
                .map(look -> words.word(
                        "settings." + setting.key() + ".preview",
                        Stream.concat(
                                        look.at(number, mall, from, now).stream(),
                                        look.at(today, mall, from, now).stream())
                                .map(SettingWords::number)
                                .toArray()))
                .orElseGet(() -> words.word("settings." + setting.key() + ".no-preview"));
    }

    private Optional<SettingPreview.Look> look(Setting<?> setting) {
        return previews.stream()
                .filter(each -> each.setting().key().equals(setting.key()))
                .map(SettingPreview::look)
                .findFirst();
    }
}
