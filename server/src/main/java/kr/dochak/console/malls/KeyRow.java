package kr.dochak.console.malls;

import java.time.Instant;
import kr.dochak.identity.malls.MallKey;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;

/**
 * A key as the page shows it.
 *
 * @param origin who made it and when
 * @param used when it last opened something
 * @param open whether it can be revoked here
 */
public record KeyRow(long id, String label, String origin, String used, Tone tone, String state, boolean open) {

    static KeyRow of(MallKey key, Instant now, Words words) {
        boolean stands = key.revokedAt() == null || key.revokedAt().isAfter(now);
        String at = KoreanTime.moment(key.createdAt(), now, words.locale());
        String by = key.madeBy() == null ? words.word("console.malls.by-start") : key.madeBy();
        String label = key.label().isEmpty()
                ? words.word(key.ofSettings() ? "console.malls.of-settings" : "console.malls.of-start")
                : key.label();
        return new KeyRow(
                key.id(),
                label,
                words.word("console.malls.made", by, at),
                key.usedAt() == null
                        ? words.word("console.malls.unused")
                        : words.word("console.malls.used", KoreanTime.moment(key.usedAt(), now, words.locale())),
                stands ? Tone.DONE : Tone.NEUTRAL,
                words.word(stands ? "console.malls.opens" : "console.malls.revoked"),
                stands && !key.ofSettings());
    }
}
