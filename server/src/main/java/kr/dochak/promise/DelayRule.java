package kr.dochak.promise;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.Moments;

/**
 * When a broken promise is certain (PRM-4). Pure. Three ways, the earliest counts: the promised time passed (overdue);
 * the last moment passed at which the next step could still have saved it, or it is likelier to break than a warning may be
 * wrong (predicted); no scan for longer than this lane's usual gap (silent, TRK-4).
 */
final class DelayRule {

    /** Either certain since a moment, or to be looked at again at one. */
    sealed interface Verdict {
        record Certain(DelayKind kind, Instant since) implements Verdict {}

        record Wait(Instant until) implements Verdict {}
    }

    private DelayRule() {}

    /**
     * @param surelyLate the chance of being late above which it counts as predicted ({@code WarningCosts})
     * @param silentAfter when a parcel without a new scan counts as silent; far away when it has no scans to miss
     */
    static Verdict judge(
            Instant promisedTo,
            Window window,
            double surelyLate,
            Instant lastChance,
            Instant silentAfter,
            Instant now) {
        Instant overdue = promisedTo.plus(Duration.ofSeconds(1));
        Instant predicted = window.chanceAfter(promisedTo) > surelyLate ? Moments.earlier(now, lastChance) : lastChance;
        Instant first = Moments.earlier(overdue, Moments.earlier(predicted, silentAfter));
        if (first.isAfter(now)) {
            return new Verdict.Wait(first);
        }
        DelayKind kind = first.equals(overdue)
                ? DelayKind.OVERDUE
                : first.equals(predicted) ? DelayKind.PREDICTED : DelayKind.SILENT;
        return new Verdict.Certain(kind, first);
    }
}
