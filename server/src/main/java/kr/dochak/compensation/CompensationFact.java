package kr.dochak.compensation;

import java.time.Instant;
import java.util.List;
import kr.dochak.promise.PromiseFact.Delay;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;

/** What the compensation module tells the others. */
public sealed interface CompensationFact {

    /**
     * Delays with what was decided about each; no grants means that no rule applies yet. The delay notice waits for this.
     */
    record DelaysDecided(List<DecidedDelay> delays) implements CompensationFact {}

    /** Grants that came later than the delay notice, since the delay grew or the parcel came later than expected. */
    record CompensationsGranted(List<Granted> grants) implements CompensationFact {}

    /** A delay and what was granted for it. */
    record DecidedDelay(Delay delay, List<Granted> grants) {}

    /**
     * One grant.
     *
     * @param ruleId the rule of the policy, e.g. {@code late-6h}
     * @param percent the coupon's or the points' share of the order, or null for a fixed sum
     * @param value what it is worth in won: the points, or the coupon's highest discount
     * @param policyId the policy it was given by, whichever holds today; absent in facts of older versions
     * @param ground what that rule asks for; absent in facts of older versions
     * @param cause why it was late as far as was known when it was given, whatever is found later (PRM-4); null where nobody knew, absent in
     *     facts of older versions
     */
    record Granted(
            long grantId,
            PromiseId promiseId,
            OrderId orderId,
            MallId tenantId,
            PersonId personId,
            String ruleId,
            Kind kind,
            @Nullable Integer percent,
            Won value,
            Instant at,
            @Nullable Long policyId,
            @Nullable Ground ground,
            @Nullable DelayCause cause) {

        /** Whether something else was found to be the cause since it was given; a loss that is added to a delay revises nothing. */
        public boolean isRevised(@Nullable DelayCause now) {
            return cause != null
                    && now != null
                    && now != cause
                    && now != DelayCause.LOST
                    && now != DelayCause.DAMAGED
                    && (ground == null || ground.cause() == null);
        }
    }

    /**
     * What a rule asked for when it gave: so many minutes late, or a cause.
     *
     * @param lateMinutes the lateness from which on it gives; null when it goes by the cause
     */
    record Ground(@Nullable Integer lateMinutes, @Nullable DelayCause cause) {}

    /** In which form it is given. */
    enum Kind {
        POINTS,
        COUPON
    }
}
