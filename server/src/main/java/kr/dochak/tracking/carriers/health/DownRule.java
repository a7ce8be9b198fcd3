package kr.dochak.tracking.carriers.health;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a source counts as down (TRK-5). Pure. */
final class DownRule {

    /** A pause that is usual for everybody, and one that is for nobody. */
    private static final Duration SHORTEST = Duration.ofHours(1);

    private static final Duration LONGEST = Duration.ofHours(12);

    /** What is to be done about its alarm. */
    enum Verdict {
        NOTHING,
        RAISE,
        KEEP,
        CLEAR
    }

    /**
     * How a source is doing.
     *
     * @param leftAlone whether its circuit breaker lets nothing through
     * @param usual nine of ten pauses between its answers were shorter
     */
    record Signs(
            boolean leftAlone,
            @Nullable Instant lastAnswer,
            @Nullable Instant lastFailure,
            Duration usual) {

        private boolean isWell() {
            return lastFailure == null || (lastAnswer != null && !lastFailure.isAfter(lastAnswer));
        }
    }

    private DownRule() {}

    /**
     * An alarm begins when it is left alone, or fails and has not answered for longer than it usually pauses: silence
     * without a question is none. It ends with an answer that no failure follows.
     */
    static Verdict judge(Signs signs, boolean open, Instant now) {
        if (open) {
            return !signs.leftAlone() && signs.isWell() ? Verdict.CLEAR : Verdict.KEEP;
        }
        return signs.leftAlone() || isOverdue(signs, now) ? Verdict.RAISE : Verdict.NOTHING;
    }

    /** One that never answered is left alone soon enough. */
    private static boolean isOverdue(Signs signs, Instant now) {
        Instant last = signs.lastAnswer();
        return !signs.isWell()
                && last != null
                && last.plus(pause(signs.usual())).isBefore(now);
    }

    private static Duration pause(Duration usual) {
        return usual.compareTo(SHORTEST) < 0 ? SHORTEST : usual.compareTo(LONGEST) > 0 ? LONGEST : usual;
    }
}
