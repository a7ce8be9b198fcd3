package kr.dochak.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import kr.dochak.settings.ChangeOutcome.Why;
import kr.dochak.settings.ChangeOutcome.Wish;

/** Which changes of a setting are none (SET-1). */
final class ChangeRule {

    static final int LONGEST_REASON = 300;
    private static final Duration FARTHEST = Duration.ofDays(366);
    /** A page may have been open for a while before "from now on" is sent. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private ChangeRule() {}

    /** What was typed as a whole number; thousands may be parted by commas as Koreans write them. */
    static OptionalLong number(String typed) {
        String plain = typed.strip().replace(",", "");
        return plain.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(plain)) : OptionalLong.empty();
    }

    static Optional<Why> judge(Setting<?> setting, Wish wish, long before, Optional<SettingChange> last, Instant now) {
        OptionalLong number = number(wish.typed());
        if (number.isEmpty()) {
            return Optional.of(Why.NO_NUMBER);
        }
        if (number.getAsLong() < setting.least()) {
            return Optional.of(Why.TOO_SMALL);
        }
        if (number.getAsLong() > setting.most()) {
            return Optional.of(Why.TOO_LARGE);
        }
        String reason = wish.reason().strip();
        if (reason.length() < 2 || reason.length() > LONGEST_REASON) {
            return Optional.of(Why.NO_REASON);
        }
        if (wish.from().isBefore(now.minus(PATIENCE))) {
            return Optional.of(Why.IN_THE_PAST);
        }
        if (wish.from().isAfter(now.plus(FARTHEST))) {
            return Optional.of(Why.FAR);
        }
        boolean same = number.getAsLong() == before
                && last.filter(SettingChange::isWaiting).isEmpty();
        return same ? Optional.of(Why.THE_SAME) : Optional.empty();
    }
}
