package kr.dochak.promise;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.PromiseRow.Found;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.Moments;
import org.jspecify.annotations.Nullable;

/**
 * When a broken promise is certain (PRM-4): the earliest of overdue, silent (TRK-4) and predicted counts. Predicted is
 * the last moment at which the next step could still have saved it, or the first at which it is likelier to break than
 * a warning may be wrong.
 */
final class DelayRule {

    /** Either certain since a moment, or to be looked at again at one. */
    sealed interface Verdict {
        record Certain(DelayKind kind, Instant since) implements Verdict {}

        record Wait(Instant until) implements Verdict {}
    }

    /** How long after a broken promise's end its new windows are followed without a scan. */
    private static final Duration FOLLOWED = Duration.ofDays(7);

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

    /**
     * When a late promise is looked at without a scan: the window in its notice may pass too, then the customer gets a new one before asking.
     * A silent parcel gets none, and after a week people have to look for it.
     */
    static @Nullable Instant again(PromiseRow row, Found known, Instant now) {
        Instant passed = row.window().p90().plusSeconds(1);
        boolean tellable = known.kind() != DelayKind.SILENT
                && passed.isAfter(now)
                && passed.isBefore(row.promised().to().plus(FOLLOWED));
        return tellable ? passed : null;
    }

    /**
     * When a promise that holds is looked at next: when its window passes at the latest, since what a page shows must not lie in the past.
     * Timers are lazy: only an earlier moment is written, and a later one is found out when the earlier has come.
     */
    static Instant next(PromiseRow row, PromiseRow moved, Instant until, Instant now) {
        Instant passed = moved.window().p90().plusSeconds(1);
        Instant next = passed.isAfter(now) && passed.isBefore(until) ? passed : until;
        Instant before = row.checkAt();
        return before != null && before.isAfter(now) && before.isBefore(next) ? before : next;
    }
}
