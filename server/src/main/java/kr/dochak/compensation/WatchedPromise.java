package kr.dochak.compensation;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.Promises;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;

/** A promise that was found to be late, or has ended; {@code outcome} is null while it is open. */
record WatchedPromise(
        PromiseId promiseId,
        OrderId orderId,
        MallId tenantId,
        PersonId personId,
        Instant promisedTo,
        boolean timed,
        Won total,
        @Nullable DelayCause cause,
        @Nullable Outcome outcome,
        @Nullable Instant deliveredAt,
        @Nullable Instant settledAt) {

    /** The same as it stands now; what has ended is worth what it was worth then. */
    WatchedPromise standing(Promises.Claim now) {
        return new WatchedPromise(
                promiseId,
                orderId,
                tenantId,
                personId,
                promisedTo,
                timed,
                isOpen() ? new Won(now.won()) : total,
                now.cause() == null ? cause : now.cause(),
                outcome,
                deliveredAt,
                settledAt);
    }

    boolean isOpen() {
        return outcome == null;
    }

    /** How late it is when it comes, or is found, at {@code moment}. */
    Duration lateBy(Instant moment) {
        return moment.isAfter(promisedTo) ? Duration.between(promisedTo, moment) : Duration.ZERO;
    }

    /** How late it was when it ended: at the delivery, or when it was clear that there will be none. */
    Duration lateAtEnd() {
        Instant end = deliveredAt != null ? deliveredAt : settledAt;
        return end == null ? Duration.ZERO : lateBy(end);
    }
}
