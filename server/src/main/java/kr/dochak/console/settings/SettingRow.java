package kr.dochak.console.settings;

import java.time.Instant;
import java.util.Optional;
import kr.dochak.identity.StaffMember;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingChange;
import kr.dochak.settings.Settings;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * A setting in the list of its section.
 *
 * @param ofMall whether the mall has a number of its own
 * @param changed who changed it last and when; empty when nobody has
 * @param ahead what is decided and does not count yet; empty when nothing is
 */
public record SettingRow(
        SettingWords words,
        long number,
        boolean ofMall,
        boolean mayChange,
        boolean waits,
        String changed,
        String ahead) {

    /** @param last the last change of what counts here: the mall's own, or else the house's */
    static SettingRow of(
            Setting<?> setting,
            StaffMember reader,
            Settings settings,
            @Nullable SettingChange last,
            Instant now,
            Words words) {
        return new SettingRow(
                SettingWords.of(setting, words),
                settings.number(setting, reader.tenantId(), now),
                settings.isOwn(setting, reader.tenantId(), now),
                SettingRule.mayChange(reader, setting),
                last != null && last.isWaiting(),
                last == null ? "" : changed(last, now, words),
                ahead(setting, reader, settings, now)
                        .map(next -> ahead(next, now, words))
                        .orElse(""));
    }

    private static Optional<Settings.Ahead> ahead(
            Setting<?> setting, StaffMember reader, Settings settings, Instant now) {
        return settings.ahead(setting, reader.tenantId(), now).or(() -> settings.ahead(setting, null, now));
    }

    private static String changed(SettingChange last, Instant now, Words words) {
        String at = KoreanTime.moment(last.at(), now, words.locale());
        return words.word("settings.changed", at, by(last.by(), words));
    }

    private static String ahead(Settings.Ahead next, Instant now, Words words) {
        return words.word(
                "settings.ahead",
                KoreanTime.moment(next.from(), now, words.locale()),
                SettingWords.number(next.number()));
    }

    static String by(SettingChange.Person by, Words words) {
        return by.isFile() ? words.word("settings.by-file") : by.name();
    }
}
