package kr.dochak.alerts.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import kr.dochak.alerts.Severity;
import kr.dochak.alerts.rules.AlertRule;
import org.jspecify.annotations.Nullable;

/** When an alert that nobody has acknowledged rings, and to whom it goes on (MSG-7). Pure. */
final class RingPlan {

    /** After so many rounds it stands in the list and is silent: who did not answer by then reads no letters. */
    static final int MOST_ROUNDS = 20;

    private RingPlan() {}

    /**
     * An alert as it rang so far.
     *
     * @param rungAt when it rang to all of its steps last; null while it has not
     */
    record Ringing(
            Severity severity,
            Instant openedAt,
            int step,
            int round,
            @Nullable Instant rungAt) {}

    /**
     * What it does now.
     *
     * @param to the steps that hear it in this round; none where nothing is to be done yet
     * @param nextAt when to look again; null when never
     */
    record Ring(
            int step,
            int round,
            List<Integer> to,
            Instant rungAt,
            @Nullable Instant nextAt) {}

    static Ring at(Ringing alert, Instant now, Duration repeatAfter, Duration escalateAfter) {
        if (alert.severity() == Severity.NOTE) {
            return new Ring(0, alert.round() + 1, List.of(0), now, null);
        }
        int step = Math.max(alert.step(), reached(alert.openedAt(), now, escalateAfter));
        boolean all = alert.rungAt() == null || !now.isBefore(alert.rungAt().plus(repeatAfter));
        int from = all ? 0 : alert.step() + 1;
        List<Integer> to = IntStream.rangeClosed(from, step).boxed().toList();
        Instant rungAt = all || alert.rungAt() == null ? now : alert.rungAt();
        int round = to.isEmpty() ? alert.round() : alert.round() + 1;
        return new Ring(
                step, round, to, rungAt, next(alert.openedAt(), step, round, rungAt, repeatAfter, escalateAfter));
    }

    private static int reached(Instant openedAt, Instant now, Duration escalateAfter) {
        long passed = Math.max(0, Duration.between(openedAt, now).dividedBy(escalateAfter));
        return (int) Math.min(AlertRule.LAST_STEP, passed);
    }

    private static @Nullable Instant next(
            Instant openedAt, int step, int round, Instant rungAt, Duration repeatAfter, Duration escalateAfter) {
        if (round >= MOST_ROUNDS) {
            return null;
        }
        Instant repeat = rungAt.plus(repeatAfter);
        if (step >= AlertRule.LAST_STEP) {
            return repeat;
        }
        Instant further = openedAt.plus(escalateAfter.multipliedBy(step + 1L));
        return further.isBefore(repeat) ? further : repeat;
    }
}
